type Job<T> = (signal: AbortSignal) => Promise<T>

import { EventEmitter, once } from 'node:events'

/** The answers are events; each job has a controller of its own. */
export async function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  const desk = new EventEmitter()
  const controllers = jobs.map(() => new AbortController())
  const answered = once(desk, 'delivered') as Promise<[T]>
  const asked = jobs.map(async (job, index) => {
    const value = await job(controllers[index]!.signal)
    desk.emit('delivered', value)
  })
  void Promise.allSettled(asked).then((outcomes) => {
    const errors = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    if (errors.length === jobs.length) desk.emit('error', new AggregateError(errors))
  })
  // Nobody listens for a second delivery, and nobody has to.
  const [value] = await answered
  for (const controller of controllers) controller.abort()
  return value
}
