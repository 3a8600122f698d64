import { EventEmitter, on } from 'node:events'

/** Node's own queue of events. */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const pass = new EventEmitter()
  const events = on(pass, 'settled')
  const all = [...promises].map((promise) => Promise.allSettled([promise]))
  for (const one of all) one.then(([outcome]) => pass.emit('settled', outcome))

  let left = all.length
  if (left === 0) return
  for await (const [outcome] of events as AsyncIterable<[PromiseSettledResult<T>]>) {
    if (outcome.status === 'rejected') throw outcome.reason
    yield outcome.value
    left -= 1
    if (left === 0) return
  }
}
