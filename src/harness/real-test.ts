import { inject } from 'vitest'

import { Failed, type Failure } from './failure.ts'
import { whereTheyDiffer, type Round } from './real-relations.ts'
import { recordForReal } from './real-run.ts'
import type { Scenario } from './scenario.ts'
import { declareTest } from './test.ts'

/** What a test on the real clock runs in turn, and compares. */
export interface Implementations<M> {
  submission: M
  reference: M
  /** One that is known to make the event loop stand still: the measure of whoever does so as well. */
  blocking?: NoInfer<M> | undefined
}

export interface RealOptions {
  /** Real milliseconds that one story second lasts for the timeline; 50 when left out. */
  realMsPerSecond?: number
  /** In so many rounds a difference has to show; six when left out. */
  rounds?: number
}

/** Only a difference that shows in every round counts, of whatever kind. */
const ROUNDS = 6
/** Rounds without an end after which nobody hopes for one. */
const ROUNDS_WITHOUT_END = 2

/** Real milliseconds of work that a run may take; a submission ten times the reference's, within these. */
const PATIENCE = { least: 2_000, most: 10_000 }

/**
 * A test on the real clock, for what needs real I/O, threads or work: nothing is patched for what
 * runs, and only the timeline's own jobs, sleeps and instants count in story seconds. Submission,
 * reference and, if there is one, the implementation that blocks run in turn, and are compared by
 * relations: the result; the order of instants that lie a second of the story apart or more; what
 * overlaps, and how much is in flight; how long it took beside the reference; how long the event loop
 * stood still beside the one that blocks; what was left open. Two instants whose order shall count
 * need a second between them in the scenario, better two. What a run leaves open is ended.
 *
 * The scenario lets no error out that is part of the story: it returns outcomes, as plain data.
 */
export function realTest<M>(
  title: string,
  implementations: Implementations<M>,
  scenario: Scenario<M>,
  options: RealOptions = {},
): void {
  declareTest(title, async () => {
    const rounds = inject('rounds') ?? ROUNDS
    const difference = await compareForReal(implementations, scenario, { rounds, ...options })
    if (difference !== undefined) throw new Failed(difference)
  })
}

/** What the submission does differently from the reference on the real clock, in every round. */
export async function compareForReal<M>(
  implementations: Implementations<M>,
  scenario: Scenario<M>,
  options: RealOptions = {},
): Promise<Failure | undefined> {
  let difference: Failure | undefined
  let withoutEnd = 0
  for (let round = 0; round < (options.rounds ?? ROUNDS); round += 1) {
    difference = whereTheyDiffer(await recordRound(implementations, scenario, options))
    if (difference === undefined) return undefined
    if (WITHOUT_END.has(difference.kind)) withoutEnd += 1
    if (withoutEnd === ROUNDS_WITHOUT_END) return difference
  }
  return difference
}

const WITHOUT_END = new Set<Failure['kind']>(['spin', 'endless', 'never settled'])

async function recordRound<M>(
  { submission, reference, blocking }: Implementations<M>,
  scenario: Scenario<M>,
  { realMsPerSecond }: RealOptions,
): Promise<Round> {
  const run = (it: M, patience = PATIENCE.most) =>
    recordForReal(it, scenario, { realMsPerSecond, patience })
  const ours = await run(reference)
  const enough = Math.max(PATIENCE.least, 10 * ours.took)
  const theirs = await run(submission, Math.min(enough, PATIENCE.most))
  return { theirs, ours, blocked: blocking && (await run(blocking)) }
}
