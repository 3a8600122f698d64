import { EventEmitter, once } from 'node:events'

export function limit(max: number): <T>(job: () => Promise<T>) => Promise<T> {
  const line: EventEmitter[] = []
  let places = max
  return async (job) => {
    if (places > 0) places--
    else {
      const cook = new EventEmitter()
      line.push(cook)
      await once(cook, 'your turn')
    }
    const [outcome] = await Promise.allSettled([new Promise((go) => go(job()))])
    if (line.length > 0) line.shift()!.emit('your turn')
    else places++
    if (outcome.status === 'rejected') throw outcome.reason
    return outcome.value as never
  }
}
