import fc from 'fast-check'

import { failureOf } from './explained.ts'
import { Failed, inContext } from './failure.ts'
import { Story } from './story.ts'
import type { Timeline } from './timeline.ts'

/** What a scenario under another order of events is given. */
export interface Interleaving {
  /** A job that settles when its turn comes in the order that is being tried. */
  job: <T>(label: string, returns: T) => () => Promise<T>
  /** The same, but it rejects. */
  failingJob: (label: string, error: unknown) => () => Promise<never>
  timeline: Timeline
}

type Scenario = (order: Interleaving) => Promise<void>

/** Every run tries the same orders, so that a red test is red again. */
const SEED = 20_300_301
const RUNS = 100

/**
 * Plays a scenario again and again, letting its jobs settle in other orders each time. Assert what
 * must hold in every order (nothing lost, nothing doubled, a limit kept), never when: there is no
 * time here but the order itself. A failure names the order; `inThisOrder` plays it again.
 */
export async function everyInterleaving(scenario: Scenario): Promise<void> {
  const orders = fc.sample(fc.scheduler(), { seed: SEED, numRuns: RUNS })
  for (const scheduler of orders) {
    const settled = await attempt(scheduler, scenario)
    if (settled.error === undefined) continue
    const order = settled.order.join(', ') || 'none'
    const failure = inContext(
      failureOf(settled.error),
      `It fails when the jobs end in another order: ${order}.`,
    )
    const again = `To see this order alone: inThisOrder([${settled.ids.join(', ')}], …)`
    if (failure.kind === 'load') throw settled.error
    throw new Failed({ ...failure, besides: [failure.besides, again].filter(Boolean).join('\n') })
  }
}

/** Plays one order of a scenario; `ids` as `everyInterleaving` printed them. */
export async function inThisOrder(ids: readonly number[], scenario: Scenario): Promise<void> {
  const { error } = await attempt(fc.schedulerFor([...ids]), scenario)
  if (error !== undefined) throw error
}

async function attempt(scheduler: fc.Scheduler, scenario: Scenario) {
  const story = new Story()
  const { timeline } = story
  const job = <T>(label: string, settle: () => Promise<T>) => {
    return () => scheduler.schedule(Promise.resolve(label), label).then(settle)
  }
  const order: Interleaving = {
    job: (label, returns) => job(label, () => Promise.resolve(returns)),
    failingJob: (label, error) => job(label, () => Promise.reject(error as Error)),
    timeline,
  }
  try {
    // Recorded as a call, so that one that can never end is noticed.
    await story.run(() => scheduler.waitFor(timeline.start('the scenario', () => scenario(order))))
    return { error: undefined, order: [], ids: [] }
  } catch (error) {
    const released = scheduler.report().filter((task) => task.status !== 'pending')
    return {
      error: error as Error,
      order: released.map((task) => task.label),
      ids: released.map((task) => task.taskId),
    }
  }
}
