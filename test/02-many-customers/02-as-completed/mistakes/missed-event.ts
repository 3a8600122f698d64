/**
 * @belief An event waits until somebody asks for it.
 * @says what gets ready while the waiter is away waits for him
 * @says waiter never ended
 */
import { EventEmitter, once } from 'node:events'

export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const all = [...promises]
  const pass = new EventEmitter()
  pass.on('error', () => undefined)
  for (const promise of all) {
    promise.then(
      (value) => pass.emit('ready', value),
      (error: unknown) => pass.emit('error', error),
    )
  }
  for (let round = 0; round < all.length; round += 1) {
    const [value] = (await once(pass, 'ready')) as [T]
    yield value
  }
}
