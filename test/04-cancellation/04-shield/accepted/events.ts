import { EventEmitter, once } from 'node:events'

/** Two messengers, and a bell that rings for the first of them. */
export async function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const bell = new EventEmitter()
  const rung = once(bell, 'over')
  const leave = () => bell.emit('over', Promise.reject(signal.reason))

  if (signal.aborted) leave()
  else signal.addEventListener('abort', leave)
  work.then(
    () => bell.emit('over', work),
    () => bell.emit('over', work),
  )

  const [outcome] = (await rung) as [Promise<T>]
  signal.removeEventListener('abort', leave)
  return outcome
}
