import { basename } from 'node:path'

import type { Failure } from '../harness/failure.ts'
import { likeness, statementsOf, tryTheSame, type Statement } from './shape.ts'
import type { Verdict } from './verdict.ts'

/** A submission that was judged, as far as it tells something about what its author believes. */
export interface Judged {
  /** What each test says of it, by title, in their order; nothing where the tests came to no end. */
  said: ReadonlyMap<string, string>
  statements: readonly Statement[]
}

/** A wrong answer that is known, and the belief behind it in one sentence. */
export interface KnownMistake extends Judged {
  belief: string
}

/** What is known of an exercise: its mistakes, and what tells who has left a function as it came. */
export interface Known {
  mistakes: readonly KnownMistake[]
  stub?: Judged
  solution?: Pick<Judged, 'statements'>
}

export const judgedAs = (verdict: Verdict, source: string): Judged => ({
  said: saidIn(verdict),
  statements: statementsOf(source),
})

function saidIn({ file, tests, errors }: Verdict): Map<string, string> {
  if (errors.length > 0) return new Map()
  return new Map(
    tests.map(({ title, state, failure }) => [
      title,
      state === 'failed' && failure ? JSON.stringify(withoutPlaces(failure, file)) : PASSED,
    ]),
  )
}

/** Neither is news: what passes, and what is skipped. */
const PASSED = ''

/** A failure without the line that it names, which differs from file to file. */
function withoutPlaces({ at, ...failure }: Failure, file: string): Failure {
  if (!at) return failure
  const places = [`${file}:${at.line}`, `${at.file}:${at.line}`, `${basename(at.file)}:${at.line}`]
  const sentence = places.reduce((text, place) => text.replaceAll(place, ''), failure.sentence)
  return { ...failure, sentence }
}

/**
 * What somebody believes whose submission fails as a known mistake does. What is telling is the first
 * red test and what it says; a function that is still the stub's is left out of account. Whoever is
 * to be told a belief has tried no less than the mistake does, and either fails like it in every test
 * or has written much the same. Of several mistakes the one speaks that shares most; those that share
 * the same, as possibilities.
 */
export function beliefsOf(submission: Judged, known: Known): string[] {
  const undone = undoneIn(submission, known)
  // Who is told of nothing but what is not done yet may mean just that.
  const without = undone.size > 0 ? tellingIn(submission, known, undone) : undefined
  const telling = without ?? tellingIn(submission, known, new Set())
  if (!telling) return []

  const { titles, first, isDone } = telling
  const written = submission.statements.filter(isDone)
  const rated = known.mistakes
    .filter(({ said }) => titles.find((title) => (said.get(title) ?? PASSED) !== PASSED) === first)
    .filter(({ said }) => said.get(first) === submission.said.get(first))
    .map(({ belief, said, statements }) => {
      const theirs = statements.filter(isDone)
      const same = titles.filter((title) => said.get(title) === submission.said.get(title))
      const alike = likeness(written, theirs)
      const tells = tryTheSame(written, theirs) && (same.length === titles.length || alike >= MUCH)
      const asWhole = likeness(submission.statements, statements) / 10
      return { belief, tells, rate: same.length / titles.length + alike + asWhole }
    })
    .filter(({ tells }) => tells)
  const best = Math.max(...rated.map(({ rate }) => rate))
  const told = rated.filter(({ rate }) => best - rate < HARDLY).map(({ belief }) => belief)
  return [...new Set(told)]
}

/** The tests that tell something when these functions are left out of account, and the first red one. */
function tellingIn({ said }: Judged, { stub }: Known, undone: ReadonlySet<string>) {
  const isOfStub = (title: string) => undone.size > 0 && said.get(title) === stub?.said.get(title)
  const titles = [...said.keys()].filter((title) => !isOfStub(title))
  const first = titles.find((title) => said.get(title) !== PASSED)
  const isDone = ({ name }: Statement) => name === undefined || !undone.has(name)
  return first === undefined ? undefined : { titles, first, isDone }
}

/** A likeness from which on two people have written much the same. */
const MUCH = 0.7
/** A difference between two rates that tells nothing. */
const HARDLY = 0.005

/** Functions that are still the stub's, and not right as they are. */
function undoneIn({ statements }: Judged, { stub, solution }: Known): Set<string> {
  const holds = (all: readonly Statement[] = [], { shape }: Statement) =>
    all.some((one) => one.shape === shape)
  // Whoever hands in the stub as it came means all of it.
  if (statements.every((one) => holds(stub?.statements, one))) return new Set()
  const left = statements.filter(
    (one) => holds(stub?.statements, one) && !holds(solution?.statements, one),
  )
  return new Set(left.flatMap(({ name }) => name ?? []))
}
