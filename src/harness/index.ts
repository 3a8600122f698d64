export { expect } from 'vitest'

export { everyInterleaving, inThisOrder, type Interleaving } from './interleavings.ts'
export { withRandomDelays } from './random-delays.ts'
export { realTest, type Implementations, type RealOptions } from './real-test.ts'
export { seconds } from '../timeline/seconds.ts'
export { test, type Scene } from './test.ts'
export type { JobOutcome, Timeline } from './timeline.ts'
export { onTheWallClock } from './wall-clock.ts'
