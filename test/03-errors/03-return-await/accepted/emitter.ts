import { EventEmitter } from 'node:events'
import { callbackify, promisify } from 'node:util'

interface Dish {
  name: string
}

interface Stove {
  on(): void
  off(): void
}

type Ended<T> = { how: 'well'; value: T } | { how: 'badly'; error: unknown }

/** Two cooks and one bell; whoever rings it says how it went. */
export function cookOr(cook: () => Promise<Dish>, fallback: () => Promise<Dish>): Promise<Dish> {
  const bell = new EventEmitter()
  const ring = async (name: string, job: () => Promise<Dish>) => {
    let ended: Ended<Dish>
    try {
      ended = { how: 'well', value: await job() }
    } catch (error) {
      ended = { how: 'badly', error }
    }
    bell.emit(name, ended)
  }
  return new Promise((resolve, reject) => {
    bell.once('cook', (ended: Ended<Dish>) => {
      if (ended.how === 'well') resolve(ended.value)
      else void ring('fallback', fallback)
    })
    bell.once('fallback', (ended: Ended<Dish>) => {
      if (ended.how === 'well') resolve(ended.value)
      else reject(ended.error)
    })
    void ring('cook', cook)
  })
}

/** Outcomes travel as values through a callback of Node's own kind. */
export function withStove<T>(stove: Stove, use: () => Promise<T>): Promise<T> {
  const outcomeOf = callbackify(async (): Promise<Ended<T>> => {
    try {
      return { how: 'well', value: await use() }
    } catch (error) {
      return { how: 'badly', error }
    }
  })
  stove.on()
  return promisify<Ended<T>>((done) =>
    outcomeOf((error, ended) => {
      stove.off()
      done(error, ended)
    }),
  )().then((ended) => (ended.how === 'well' ? ended.value : Promise.reject(ended.error)))
}
