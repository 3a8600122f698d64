import { EventEmitter } from 'node:events'

interface Options {
  when: 'first' | 'firstError' | 'all'
  timeout?: number
}

interface Report<T> {
  done: Set<Promise<T>>
  pending: Set<Promise<T>>
}

/** What settles is an event, and so is the end of the time. */
export async function wait<T>(
  promises: Promise<T>[],
  { when, timeout }: Options,
): Promise<Report<T>> {
  const done = new Set<Promise<T>>()
  const pending = new Set(promises)
  const watch = new EventEmitter()
  const tell = (promise: Promise<T>, event: string) => () => watch.emit(event, promise)
  const settle = (promise: Promise<T>) => {
    pending.delete(promise)
    done.add(promise)
  }
  watch.on('good', settle).on('bad', settle)
  for (const promise of promises) promise.then(tell(promise, 'good'), tell(promise, 'bad'))

  const timer = timeout === undefined ? undefined : setTimeout(() => watch.emit('late'), timeout)
  let late = false
  watch.once('late', () => (late = true))
  while (pending.size > 0 && !late) {
    const event = await new Promise<string>((resolve) => {
      for (const name of ['good', 'bad', 'late']) watch.once(name, () => resolve(name))
    })
    if (when === 'first' || (when === 'firstError' && event === 'bad')) break
  }
  clearTimeout(timer)
  watch.removeAllListeners()
  return { done, pending }
}
