class Flights<K, V> {
  readonly #load: (key: K) => Promise<V>
  readonly #underWay = new Map<K, Promise<V>>()

  constructor(load: (key: K) => Promise<V>) {
    this.#load = load
  }

  get(key: K): Promise<V> {
    if (!this.#underWay.has(key)) this.#underWay.set(key, this.#start(key))
    return this.#underWay.get(key)!
  }

  async #start(key: K): Promise<V> {
    // Not before it is on the list.
    await null
    const load = this.#load
    try {
      return await load(key)
    } finally {
      this.#underWay.delete(key)
    }
  }
}

export const singleFlight = <K, V>(load: (key: K) => Promise<V>) => {
  const flights = new Flights(load)
  return (key: K) => flights.get(key)
}
