import { EventEmitter, once } from 'node:events'

/** The first `then` rings a bell for which the cook has been waiting. */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  const bell = new EventEmitter()
  const cooked = once(bell, 'awaited').then(fn)

  return {
    then: (onFulfilled, onRejected) => {
      const heard = bell.emit('awaited')
      return (
        heard ? cooked : Promise.reject<T>(new Error('cannot reuse already awaited coroutine'))
      ).then(onFulfilled, onRejected)
    },
  }
}
