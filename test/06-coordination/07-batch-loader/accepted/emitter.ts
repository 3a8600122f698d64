import { EventEmitter, once } from 'node:events'

interface Letter<K, V> {
  keys: K[]
  answers?: PromiseSettledResult<(V | Error)[]>
}

/** Each list is an envelope with a bell: who is on it waits until it rings. */
export function batchLoader<K, V>(
  load: (keys: K[]) => Promise<(V | Error)[]>,
  options: { max?: number } = {},
): (key: K) => Promise<V> {
  let open: { letters: Letter<K, V>[]; bells: Map<Letter<K, V>, EventEmitter> } | undefined

  async function post(letter: Letter<K, V>, bell: EventEmitter) {
    const asking = (async () => load([...letter.keys]))()
    ;[letter.answers] = (await Promise.allSettled([asking])) as [
      PromiseSettledResult<(V | Error)[]>,
    ]
    bell.emit('back')
  }

  return async (key) => {
    if (!open) {
      const round = (open = { letters: [], bells: new Map() })
      queueMicrotask(() => {
        open = undefined
        for (const letter of round.letters) void post(letter, round.bells.get(letter)!)
      })
    }
    const full = (letter: Letter<K, V>) => letter.keys.length === (options.max ?? -1)
    let letter = open.letters.find(({ keys }) => keys.includes(key))
    letter ??= open.letters.find((one) => !full(one))
    if (!letter) {
      letter = { keys: [] }
      open.letters.push(letter)
      open.bells.set(letter, new EventEmitter().setMaxListeners(0))
    }
    if (!letter.keys.includes(key)) letter.keys.push(key)
    await once(open.bells.get(letter)!, 'back')
    const { answers, keys } = letter
    if (answers?.status === 'rejected') throw answers.reason
    const value = answers?.value[keys.indexOf(key)]
    if (value instanceof Error) throw value
    return value as V
  }
}
