import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'

import { failureOf } from './explained.ts'
import { currentClock } from '../clock/current-clock.ts'
import { openResources } from '../clock/open-requests.ts'
import { whatRuns } from './outside.ts'
import type { Scenario } from './scenario.ts'
import { recordForReal } from './real-run.ts'
import { seconds } from '../timeline/seconds.ts'

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const run = (scenario: Scenario<undefined>, patience = 5_000) =>
  recordForReal(undefined, scenario, { patience })

test('nothing that runs obeys a clock, and only the timeline counts in seconds', async () => {
  const { outcome, took, spans } = await run(async (_, timeline) => {
    const start = performance.now()
    await timeline.call('work', timeline.job('job', seconds(2)))
    return [currentClock(), performance.now() - start]
  })

  const [clock, real] = (outcome as PromiseFulfilledResult<[unknown, number]>).value
  expect(clock).toBeUndefined()
  expect(real).toBeGreaterThan(95)
  expect(took).toBeGreaterThanOrEqual(real)
  expect(spans.map(({ label, how }) => [label, how])).toEqual([
    ['work', 'resolved'],
    ['job', 'resolved'],
  ])
})

test('a wait that the clock cannot see is no silence', async () => {
  const { outcome } = await run((_, timeline) => timeline.call('work', () => wait(150)))

  expect(outcome.status).toBe('fulfilled')
})

test('what a run has left open is named and ended', async () => {
  const before = openResources()
  const { left } = await run(async () => {
    const server: Server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    await once(new Worker('setInterval(() => {}, 1_000)', { eval: true }), 'online')
  })

  expect(left.sort()).toEqual(['a server', 'a worker thread'])
  expect(whatRuns()).toEqual([])
  expect(openResources()).toEqual(before)
})

test('a timer left behind is named and ended, and one that has rung is none', async () => {
  const { left } = await run(async () => {
    setInterval(() => undefined, 1_000)
    clearInterval(setInterval(() => undefined, 1_000))
    setTimeout(() => undefined, 1_000).unref()
    await wait(1)
  })
  const after = await run(() => wait(1))

  expect(left).toEqual(['an interval'])
  expect(after.left).toEqual([])
})

test('what is closed a moment later is not left open', async () => {
  const { left } = await run(async () => {
    const worker = new Worker('setInterval(() => {}, 1_000)', { eval: true })
    await once(worker, 'online')
    void worker.terminate()
  })

  expect(left).toEqual([])
})

test('an error that ends a process ends the run', async () => {
  const { outcome, took } = await run((_, timeline) =>
    timeline.call('work', () => {
      setTimeout(() => {
        throw new Error('burnt')
      })
      return new Promise(() => undefined)
    }),
  )

  expect(outcome).toMatchObject({ status: 'rejected' })
  const failure = failureOf((outcome as PromiseRejectedResult).reason)
  expect(failure).toMatchObject({ kind: 'leftover' })
  expect(failure.sentence).toContain('thrown in a callback')
  expect(took).toBeLessThan(2_000)
})

test('the longest stretch in which the loop stood still is measured', async () => {
  const { gap } = await run(async () => {
    await wait(20)
    const until = performance.now() + 200
    while (performance.now() < until);
    await wait(20)
  })

  expect(gap.real).toBeGreaterThan(190)
  expect(gap.work).toBeGreaterThan(20)
  expect(gap.work).toBeLessThan(gap.real + 50)
})

test('a process that waits does no work', async () => {
  const { gap } = await run(async () => {
    await wait(20)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
    await wait(20)
  })

  expect(gap.real).toBeGreaterThan(190)
  expect(gap.work).toBeLessThan(100)
})
