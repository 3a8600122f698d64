import { acceptedOf, isStarted, mistakesOf } from '../../course/catalog.ts'
import { headerAt, onOneLine } from '../../course/mistake-header.ts'
import type { Violation } from '../../course/violation.ts'
import type { Failure } from '../../harness/failure.ts'
import type { Submission } from '../../judge/candidates.ts'
import { failuresOf, saidBy, type Verdict } from '../../judge/verdict.ts'
import { gaveUp, noAssertion } from './assertions.ts'
import { violations, type CourseFiles } from './law.ts'

/** Verdicts by file. */
export type Verdicts = ReadonlyMap<string, Verdict>

/** A law that asks what the tests say of the course's own submissions. */
export type JudgedLaw = (course: CourseFiles, verdicts: Verdicts) => Violation[]

/** Exercises that can be judged: where a file is missing, another law says so. */
const judgeable = ({ exercises, files }: CourseFiles) =>
  exercises.filter(({ stub, solution, test }) =>
    [stub, solution, test].every((file) => files.includes(file)),
  )

/** A stub without its TODO is somebody's answer, and nobody's business. */
const stubsOf = (course: CourseFiles) =>
  judgeable(course).filter((exercise) => !isStarted(course.root, exercise))

/** All that the judged laws want to have judged. */
export function submissionsOf(course: CourseFiles): Submission[] {
  const { root } = course
  return judgeable(course).flatMap((exercise) =>
    [
      ...(isStarted(root, exercise) ? [] : [exercise.stub]),
      exercise.solution,
      ...mistakesOf(root, exercise),
      ...acceptedOf(root, exercise),
    ].map((file) => ({ file, exercise })),
  )
}

/** Law: a stub that nobody has begun is red, for a reason that the tests can state. */
export const stubsAreRed: JudgedLaw = (course, verdicts) =>
  ofEach(
    stubsOf(course).map((exercise) => exercise.stub),
    verdicts,
    wrongStub,
  )

function wrongStub(verdict: Verdict): string[] {
  const failures = failuresOf(verdict)
  if (failures.length === 0)
    return [
      'The tests are green although the TODO is not done: let the stub do less, or the tests ask for more.',
    ]
  const crash = failures.find(noAssertion)
  if (crash === undefined) return []
  return [
    `Let the stub run to its end and do the wrong thing: no assertion refuses it, it breaks with "${brief(crash)}"`,
  ]
}

/** Law: the reference solution is right. */
export const solutionsAreGreen: JudgedLaw = (course, verdicts) =>
  ofEach(
    judgeable(course).map((exercise) => exercise.solution),
    verdicts,
    (verdict) => refusal(verdict, 'Mend the solution, or its tests'),
  )

/** Law: the tests accept right answers in every style. */
export const acceptedAreGreen: JudgedLaw = (course, verdicts) =>
  ofEach(
    judgeable(course).flatMap((exercise) => acceptedOf(course.root, exercise)),
    verdicts,
    (verdict) => refusal(verdict, 'Ask for less in the tests, or mend the answer'),
  )

function refusal(verdict: Verdict, advice: string): string[] {
  if (verdict.solved) return []
  const test = verdict.tests.find((one) => one.state !== 'passed')
  const where = test ? `the test "${test.title}"` : 'the test file'
  const [failure] = failuresOf(verdict)
  const says = failure ? brief(failure) : 'nothing, for it was not run'
  return [`${advice}: ${where} says "${says}"`]
}

/** Law: every mistake is caught by an assertion, with the words that its header promises. */
export const mistakesAreCaught: JudgedLaw = (course, verdicts) =>
  ofEach(
    judgeable(course).flatMap((exercise) => mistakesOf(course.root, exercise)),
    verdicts,
    (verdict) => wrongMistake(verdict, headerAt(course.root, verdict.file)),
  )

function wrongMistake(verdict: Verdict, header: ReturnType<typeof headerAt>): string[] {
  const [failure] = failuresOf(verdict)
  const crash = verdict.errors[0] ?? failuresOf(verdict).find(gaveUp)
  if (crash !== undefined)
    return [
      `Mend it or its tests: no assertion catches this mistake, the tests give up on it with "${brief(crash)}"`,
    ]
  if (failure === undefined)
    return ['No test fails for this mistake: write one, or move the file to accepted/.']
  const said = onOneLine(saidBy(verdict))
  const missing = typeof header === 'string' ? [] : header.says.filter((it) => !said.includes(it))
  return missing.map(
    (words) =>
      `Mend the test or the @says: the failure does not say "${words}", it says "${brief(failure)}"`,
  )
}

function ofEach(
  files: readonly string[],
  verdicts: Verdicts,
  check: (verdict: Verdict) => string[],
): Violation[] {
  return files
    .flatMap((file) => verdicts.get(file) ?? [])
    .flatMap((verdict) => violations(verdict.file, check(verdict)))
}

/** What a failure says first, on one line. */
const brief = ({ sentence }: Failure): string => onOneLine(sentence)
