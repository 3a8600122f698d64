import type { Clock } from './clock.ts'

/** A clock in force; `obeyedBy`, asked at each look at the time, says whether the caller obeys it. */
interface InForce {
  clock: Clock
  obeyedBy: (() => boolean) | undefined
}

const IN_FORCE = Symbol.for('async-kata.clocks')

type Shelf = typeof globalThis & { [IN_FORCE]: InForce[] | undefined }

const clocks = (): InForce[] => ((globalThis as Shelf)[IN_FORCE] ??= [])

/** The clock that the caller obeys now; undefined means real time. */
export function currentClock(): Clock | undefined {
  const last = clocks().at(-1)
  return !last?.obeyedBy || last.obeyedBy() ? last?.clock : undefined
}

/** Puts a clock in force until the returned function is called. Clocks nest. */
export function installClock(clock: Clock, obeyedBy?: () => boolean): () => void {
  const entry = { clock, obeyedBy }
  clocks().push(entry)
  return () => {
    const index = clocks().lastIndexOf(entry)
    if (index >= 0) clocks().splice(index, 1)
  }
}
