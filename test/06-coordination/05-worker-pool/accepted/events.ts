import { EventEmitter, once } from 'node:events'

export async function runPool<T, R>(
  cooks: number,
  orders: AsyncIterable<T> | Iterable<T>,
  cook: (order: T, signal: AbortSignal) => Promise<R>,
): Promise<R[]> {
  const bell = new EventEmitter()
  const stop = new AbortController()
  const slips =
    Symbol.asyncIterator in orders ? orders[Symbol.asyncIterator]() : orders[Symbol.iterator]()
  const results: R[] = []
  const problems: unknown[] = []
  let home = 0
  let number = 0

  async function shift() {
    try {
      while (problems.length === 0) {
        const { done = false, value } = await slips.next()
        if (done || problems.length > 0) break
        const mine = number
        number += 1
        const result = await cook(value, stop.signal)
        results[mine] = result
      }
    } catch (problem) {
      problems.push(problem)
      stop.abort(problem)
    }
    home += 1
    if (home === cooks) bell.emit('all are home')
  }

  const allAreHome = once(bell, 'all are home')
  for (let index = 0; index < cooks; index += 1) void shift()
  await allAreHome
  if (problems.length > 0) {
    await slips.return?.()
    throw problems[0]
  }
  return results
}
