import { acceptedOf, isStarted, mistakesOf, type Exercise } from '../../course/catalog.ts'
import { headerAt, onOneLine } from '../../course/mistake-header.ts'
import type { Failure } from '../../harness/failure.ts'
import type { Submission } from '../../judge/candidates.ts'
import { failuresOf, saidBy, type Verdict } from '../../judge/verdict.ts'
import { gaveUp, noAssertion } from './assertions.ts'
import { violations, type CourseFiles, type Law } from './law.ts'

/** A law that asks what the tests say of the course's own submissions. */
export interface JudgedLaw {
  /** The submissions of an exercise about which it asks. */
  files: (root: string, exercise: Exercise) => string[]
  /** What is wrong with one of them. */
  check: (verdict: Verdict, root: string) => string[]
}

/** All that some laws want to have judged; where a file is missing, another law says so. */
export const submissionsOf = (
  { root, exercises, files }: CourseFiles,
  laws: readonly JudgedLaw[],
): Submission[] =>
  exercises
    .filter(({ stub, solution, test }) =>
      [stub, solution, test].every((file) => files.includes(file)),
    )
    .flatMap((exercise) =>
      laws.flatMap((law) => law.files(root, exercise)).map((file) => ({ file, exercise })),
    )

/** A judged law as one of files, given the verdicts by file. */
export const whenJudged =
  (law: JudgedLaw, verdicts: ReadonlyMap<string, Verdict>): Law =>
  (course) =>
    submissionsOf(course, [law])
      .flatMap(({ file }) => verdicts.get(file) ?? [])
      .flatMap((verdict) => violations(verdict.file, law.check(verdict, course.root)))

/** Law: a stub is red, for a reason that the tests can state. One without TODO is an answer. */
export const stubsAreRed: JudgedLaw = {
  files: (root, exercise) => (isStarted(root, exercise) ? [] : [exercise.stub]),
  check: (verdict) => {
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
  },
}

/** Law: the reference solution is right. */
export const solutionsAreGreen: JudgedLaw = {
  files: (_root, exercise) => [exercise.solution],
  check: (verdict) => refusal(verdict, 'Mend the solution, or its tests'),
}

/** Law: the tests accept right answers in every style. */
export const acceptedAreGreen: JudgedLaw = {
  files: acceptedOf,
  check: (verdict) => refusal(verdict, 'Ask for less in the tests, or mend the answer'),
}

function refusal(verdict: Verdict, advice: string): string[] {
  if (verdict.solved) return []
  const test = verdict.tests.find((one) => one.state !== 'passed')
  const where = test ? `the test "${test.title}"` : 'the test file'
  const [failure] = failuresOf(verdict)
  const says = failure ? brief(failure) : 'nothing, for it was not run'
  return [`${advice}: ${where} says "${says}"`]
}

/** Law: every mistake is caught by an assertion, in our words, and with those that its header promises. */
export const mistakesAreCaught: JudgedLaw = {
  files: mistakesOf,
  check: (verdict, root) => {
    const [failure] = failuresOf(verdict)
    const crash = verdict.errors[0] ?? failuresOf(verdict).find(gaveUp)
    if (crash !== undefined)
      return [
        `Mend it or its tests: no assertion catches this mistake, the tests give up on it with "${brief(crash)}"`,
      ]
    if (failure === undefined)
      return ['No test fails for this mistake: write one, or move the file to accepted/.']
    const said = onOneLine(saidBy(verdict))
    const header = headerAt(root, verdict.file)
    const missing = typeof header === 'string' ? [] : header.says.filter((it) => !said.includes(it))
    return [
      ...missing.map(
        (words) =>
          `Mend the test or the @says: the failure does not say "${words}", it says "${brief(failure)}"`,
      ),
      ...rawIn(verdict),
    ]
  },
}

/** What a learner would read in the words of an assertion library, and not in ours. */
const rawIn = (verdict: Verdict): string[] =>
  failuresOf(verdict)
    .map(({ sentence, besides = '' }) => onOneLine(`${sentence} ${besides}`))
    .filter((text) => RAW.test(text))
    .map((text) => `Say it in a sentence, by a matcher of src/harness: "${text}"`)

/** How Chai and Vitest speak. */
const RAW =
  /\bexpected .* to (?:be|deeply|equal|have|include|not|throw)\b|\/\/ Object\.is|AssertionError/

/** What a failure says first, on one line. */
const brief = ({ sentence }: Failure): string => onOneLine(sentence)
