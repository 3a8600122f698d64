import { acceptedOf, isStarted, mistakesOf } from '../catalog.ts'
import { onOneLine } from '../mistake-header.ts'
import type { Submission } from '../run.ts'
import type { Verdict } from '../verdict.ts'
import { headerAt } from './answers.ts'
import { gaveUp, noAssertion } from './assertions.ts'
import { textOf, type CourseFiles, type Violation } from './law.ts'

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
    (verdict) => wrongStub(verdict, textOf(course.root, verdict.file)),
  )

function wrongStub(verdict: Verdict, source: string): string[] {
  const failures = messagesOf(verdict)
  if (verdict.errors.length === 0 && failures.length === 0)
    return [
      'The tests are green although the TODO is not done: let the stub do less, or the tests ask for more.',
    ]
  const crash = verdict.errors[0] ?? failures.find((message) => noAssertion(message, source))
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
  const says = [...verdict.errors, ...messagesOf(verdict)][0] ?? 'nothing, for it was not run'
  return [`${advice}: ${where} says "${brief(says)}"`]
}

/** Law: every mistake is caught by an assertion, with the words that its header promises. */
export const mistakesAreCaught: JudgedLaw = (course, verdicts) =>
  ofEach(
    judgeable(course).flatMap((exercise) => mistakesOf(course.root, exercise)),
    verdicts,
    (verdict) => wrongMistake(verdict, headerAt(course.root, verdict.file)),
  )

function wrongMistake(verdict: Verdict, header: ReturnType<typeof headerAt>): string[] {
  const failures = messagesOf(verdict)
  const crash = [...verdict.errors, ...failures.filter(gaveUp)][0]
  if (crash !== undefined)
    return [
      `Mend it or its tests: no assertion catches this mistake, the tests give up on it with "${brief(crash)}"`,
    ]
  if (failures.length === 0)
    return ['No test fails for this mistake: write one, or move the file to accepted/.']
  const said = onOneLine(failures.join(' '))
  const missing = typeof header === 'string' ? [] : header.says.filter((it) => !said.includes(it))
  return missing.map(
    (words) =>
      `Mend the test or the @says: the failure does not say "${words}", it says "${brief(failures[0] ?? '')}"`,
  )
}

function ofEach(
  files: readonly string[],
  verdicts: Verdicts,
  check: (verdict: Verdict) => string[],
): Violation[] {
  return files
    .flatMap((file) => verdicts.get(file) ?? [])
    .flatMap((verdict) => check(verdict).map((message) => ({ file: verdict.file, message })))
}

/** What the failed tests say; a failure without a word is one as well. */
const messagesOf = ({ tests }: Verdict): string[] =>
  tests
    .filter((test) => test.state === 'failed')
    .flatMap((test) => (test.messages.length > 0 ? test.messages : ['']))

/** A message without its pictures, on one line. */
const brief = (message: string): string => onOneLine(message.split('\n\n')[0] ?? '')
