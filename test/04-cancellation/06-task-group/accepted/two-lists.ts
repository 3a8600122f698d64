import { EventEmitter, once } from 'node:events'

type Job<T> = (signal: AbortSignal) => Promise<T>
type Spawn = <R>(job: Job<R>) => Promise<R>
type Ending = PromiseSettledResult<unknown>

/** Jobs and body apart: two jobs may fail with the same error, the body only repeats one. */
export async function taskGroup<T>(
  body: (spawn: Spawn) => Promise<T>,
  { signal: outer }: { signal?: AbortSignal } = {},
): Promise<T> {
  const group = new AbortController()
  const door = new EventEmitter()
  const errors: unknown[] = []
  const cancelled = Symbol('cancelled')
  const cancel = () => group.abort(cancelled)
  let inside = 0
  let closed = false

  const noted = (error: unknown) => error === cancelled || errors.includes(error)
  const come = (work: Promise<unknown>, judge: (end: Ending) => void) => {
    inside += 1
    void Promise.allSettled([work]).then(([end]) => {
      judge(end)
      inside -= 1
      door.emit('left')
    })
  }

  const spawn: Spawn = (job) => {
    const taken = !closed && !group.signal.aborted
    const work = taken ? job(group.signal) : Promise.reject(cancelled)
    come(work, (end) => {
      if (end.status === 'fulfilled') return
      if (end.reason !== cancelled) errors.push(end.reason)
      cancel()
    })
    return work
  }

  if (outer?.aborted) throw outer.reason
  outer?.addEventListener('abort', cancel)
  const work = body(spawn)
  come(work, (end) => {
    if (end.status === 'fulfilled') return
    if (!noted(end.reason)) errors.push(end.reason)
    cancel()
  })
  while (inside > 0) await once(door, 'left')
  closed = true
  outer?.removeEventListener('abort', cancel)

  if (errors.length > 0) throw new AggregateError(errors)
  if (outer?.aborted) throw outer.reason
  return work
}
