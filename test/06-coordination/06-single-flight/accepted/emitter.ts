import { EventEmitter, once } from 'node:events'

export function singleFlight<K, V>(load: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const boys = new Map<K, EventEmitter>()
  return async (key) => {
    const boy = boys.get(key)
    if (boy) {
      const [outcome] = (await once(boy, 'back')) as [PromiseSettledResult<V>]
      return valueOf(outcome)
    }
    const mine = new EventEmitter().setMaxListeners(0)
    boys.set(key, mine)
    const [outcome] = await Promise.allSettled([new Promise<V>((go) => go(load(key)))])
    boys.delete(key)
    mine.emit('back', outcome)
    return valueOf(outcome)
  }
}

function valueOf<V>(outcome: PromiseSettledResult<V>): V {
  if (outcome.status === 'rejected') throw outcome.reason
  return outcome.value
}
