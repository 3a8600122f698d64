import { EventEmitter, once } from 'node:events'

export function debounce<A extends unknown[], R>(
  wait: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  let bell = new EventEmitter().setMaxListeners(0)
  let timer: NodeJS.Timeout | undefined
  return async (...args) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      const mine = bell
      bell = new EventEmitter().setMaxListeners(0)
      // A promise in a list is not awaited by whoever hands it on.
      mine.emit('search', [Promise.resolve(args).then((last) => call(...last))])
    }, wait)
    const [answer] = (await once(bell, 'search')) as [[Promise<R>]]
    return answer[0]
  }
}
