import { expect, test } from 'vitest'

import { seconds } from '../timeline/seconds.ts'
import type { Timeline } from './timeline.ts'
import { compareOnWallClock } from './wall-clock.ts'

type Serve = (jobs: (() => Promise<string>)[]) => Promise<string[]>

const together: Serve = (jobs) => Promise.all(jobs.map((job) => job()))

const inTurn: Serve = async (jobs) => {
  const served: string[] = []
  for (const job of jobs) served.push(await job())
  return served
}

const twoAtOnce: Serve = async (jobs) => [
  ...(await together(jobs.slice(0, 2))),
  ...(await together(jobs.slice(2))),
]

const neverEnds: Serve = async (jobs) => {
  await together(jobs)
  return new Promise(() => undefined)
}

const leavesEarly: Serve = (jobs) => {
  void together(jobs)
  return Promise.resolve(['job 3', 'job 1', 'job 2'])
}

const wrongResult: Serve = async (jobs) => (await together(jobs)).reverse()

/** So slow that no busy machine can make the reference as slow. */
const slow: Serve = async (jobs) => {
  const served = await together(jobs)
  await new Promise((resolve) => setTimeout(resolve, 20_000))
  return served
}

const scenario = (serve: Serve, timeline: Timeline) =>
  timeline.call('serve', () =>
    serve([3, 1, 2].map((count) => timeline.job(`job ${count}`, seconds(count)))),
  )

test.each([
  ['together', together],
  ['inTurn', inTurn],
  ['twoAtOnce', twoAtOnce],
])('%s agrees with itself', async (_name, serve) => {
  expect(await compareOnWallClock(serve, serve, scenario)).toBeUndefined()
})

test.each([
  ['all at once instead of in turn', together, inTurn, /before|same time/],
  ['in turn instead of all at once', inTurn, together, /before|waited/],
  ['in batches instead of all at once', twoAtOnce, together, /before|waited/],
  ['another result', wrongResult, together, /the result is another one/],
  ['over before the work is done', leavesEarly, together, /ended before/],
  ['too slow', slow, together, /it waited [\d.]+ seconds of the story/],
  ['never over', neverEnds, together, /never ended/],
])('%s is told apart', async (_name, submission, reference, message) => {
  // In all six rounds it would be told as well, and three times as late.
  const failure = await compareOnWallClock(submission, reference, scenario, 2)

  expect(failure?.sentence).toMatch(message)
})
