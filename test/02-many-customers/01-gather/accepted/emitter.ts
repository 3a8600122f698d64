import { EventEmitter, once } from 'node:events'

/** Every arrival is an event, and so is the end. */
export async function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const all = [...promises]
  const values = new Map<number, T>()
  const pass = new EventEmitter()
  // Somebody listens to late errors, too: an emitter throws them otherwise.
  pass.on('error', () => undefined)

  for (const [index, promise] of all.entries()) {
    Promise.resolve(promise).then(
      (value) => {
        values.set(index, value)
        pass.emit('arrived')
      },
      (error: unknown) => pass.emit('error', error),
    )
  }
  while (values.size < all.length) await once(pass, 'arrived')
  return all.map((_, index) => values.get(index) as T)
}
