import { EventEmitter, once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

/** A porter who lets in one after the other, and sleeps when he has to. */
export function rateLimit<A extends unknown[], R>(
  limit: number,
  per: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  const queue: EventEmitter[] = []
  let works = false

  async function porter() {
    works = true
    while (queue.length > 0) {
      const wait = (history.at(-limit) ?? -Infinity) + per - performance.now()
      if (wait > 0) await sleep(wait)
      history.push(performance.now())
      queue.shift()!.emit('enter')
    }
    works = false
  }
  const history: number[] = []

  return async (...args) => {
    const guest = new EventEmitter()
    const entering = once(guest, 'enter')
    queue.push(guest)
    if (!works) void porter()
    await entering
    return call(...args)
  }
}
