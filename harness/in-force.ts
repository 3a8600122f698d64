import type { Clock } from './clock.ts'

const IN_FORCE = Symbol.for('async-kata.clocks')

type Shelf = typeof globalThis & { [IN_FORCE]: Clock[] | undefined }

const clocks = (): Clock[] => ((globalThis as Shelf)[IN_FORCE] ??= [])

/** The clock that every source of time obeys now; undefined means real time. */
export const clockInForce = (): Clock | undefined => clocks().at(-1)

/** Puts a clock in force until the returned function is called. Clocks nest. */
export function putInForce(clock: Clock): () => void {
  clocks().push(clock)
  return () => {
    const index = clocks().lastIndexOf(clock)
    if (index >= 0) clocks().splice(index, 1)
  }
}
