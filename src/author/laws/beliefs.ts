import { acceptedOf, mistakesOf } from '../../course/catalog.ts'
import { headerAt } from '../../course/mistake-header.ts'
import { textOf } from '../../course/text-of.ts'
import type { Violation } from '../../course/violation.ts'
import { beliefsOf, judgedAs } from '../../judge/beliefs.ts'
import { knownFrom } from '../../judge/known-mistakes.ts'
import type { Verdict } from '../../judge/verdict.ts'
import { violations, type CourseFiles } from './law.ts'

/**
 * Law: of a known mistake the learner's loop says the belief behind it, and of a right answer none.
 * `verdicts` by file; what was not judged is another law's business.
 */
export const beliefsAreRight = (
  { root, exercises }: CourseFiles,
  verdicts: ReadonlyMap<string, Verdict>,
): Violation[] =>
  exercises.flatMap((exercise) => {
    const judged = (files: readonly string[]) => files.flatMap((file) => verdicts.get(file) ?? [])
    const mistakes = judged(mistakesOf(root, exercise))
    const known = knownFrom(
      root,
      exercise,
      [...mistakes, ...judged([exercise.stub])],
      exercise.stub,
    )
    const told = (verdict: Verdict) =>
      beliefsOf(judgedAs(verdict, textOf(root, verdict.file)), known).join(' · ')
    return [
      ...mistakes.flatMap((verdict) => {
        const header = headerAt(root, verdict.file)
        const words = told(verdict)
        if (typeof header === 'string' || words === header.belief) return []
        return violations(verdict.file, [`${WRONG_BELIEF} ${words || 'nothing'}`])
      }),
      ...judged([exercise.solution, ...acceptedOf(root, exercise)])
        .map((verdict) => ({ file: verdict.file, words: told(verdict) }))
        .filter(({ words }) => words !== '')
        .flatMap(({ file, words }) => violations(file, [`It is right, and told: ${words}`])),
    ]
  })

const WRONG_BELIEF = 'Whoever writes this should be told its @belief, and is told:'
