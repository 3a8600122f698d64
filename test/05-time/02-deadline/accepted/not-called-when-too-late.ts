import { setTimeout as sleep } from 'node:timers/promises'

interface Deadline {
  signal: AbortSignal
  left(): number
}

/** A guard waits for the end; the job is not even begun when the guests have left. */
export async function withDeadline<T>(
  ms: number,
  job: (deadline: Deadline) => Promise<T>,
  outer?: Deadline,
): Promise<T> {
  outer?.signal.throwIfAborted()
  const home = new AbortController()
  const late = new AbortController()
  const time = Math.min(ms, outer ? outer.left() : ms)
  const end = performance.now() + time
  const guard = sleep(time, undefined, { signal: home.signal }).then(
    () => late.abort(new DOMException('late', 'TimeoutError')),
    () => undefined,
  )
  const signal = AbortSignal.any([late.signal, ...(outer ? [outer.signal] : [])])
  const left = () => Math.max(0, end - performance.now())
  const [outcome] = await Promise.allSettled([(async () => job({ signal, left }))()])
  home.abort()
  await guard
  if (signal.aborted) throw signal.reason
  if (outcome.status === 'rejected') throw outcome.reason
  return outcome.value
}
