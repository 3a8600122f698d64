import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { normalizePath } from 'vite'

import { textOf } from '../harness/failure.ts'
import { wrap } from '../harness/sentence.ts'
import type { Submission } from '../judge/candidates.ts'
import {
  acceptedOf,
  exerciseNamed,
  isStarted,
  mistakesOf,
  readCourse,
  type Exercise,
} from '../course/catalog.ts'
import { judge } from '../judge/judge.ts'
import { touched } from '../course/stubs.ts'
import { shownPath } from '../judge/submissions.ts'
import { failuresOf, type Verdict } from '../judge/verdict.ts'

const USAGE = `npm run judge -- EXERCISE [FILE …]     your answer, or these files instead
npm run judge -- --all                 your answers: every file that differs from its stub

  EXERCISE      its name or its number: limit, 6.1
  --solutions   the reference solution
  --mistakes    the wrong answers that the tests must catch
  --accepted    the right answers in other styles
  --json        the verdicts as JSON, for a grader
  --jobs N      so many judgements side by side; as many as there are cores when left out

The exit code is the verdict: 0 solved, 1 not solved, 2 could not be judged.`

/** `npm run judge`: what the tests say of answers. */
export async function main(root: string, args: readonly string[]): Promise<number> {
  try {
    const request = readRequest(args)
    if (request.values.help) {
      console.log(USAGE)
      return 0
    }
    const submitted = submissionsFor(root, request)
    const verdicts = await judge(root, submitted, jobsOf(request))
    console.log(
      request.values.json
        ? toJson(submitted, verdicts)
        : verdicts.map((verdict, index) => toText(root, verdict, submitted[index])).join('\n'),
    )
    return exitCodeOf(verdicts)
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    return 2
  }
}

/** A file that is not there, or is none, is no wrong answer. */
function exitCodeOf(verdicts: readonly Verdict[]): number {
  const unread = verdicts.some((verdict) =>
    failuresOf(verdict).some(({ kind }) => kind === 'unreadable'),
  )
  if (unread) return 2
  return verdicts.every((verdict) => verdict.solved) ? 0 : 1
}

type Request = ReturnType<typeof readRequest>

function readRequest(args: readonly string[]) {
  const flag = { type: 'boolean', default: false } as const
  const options = {
    all: flag,
    solutions: flag,
    mistakes: flag,
    accepted: flag,
    json: flag,
    jobs: { type: 'string' } as const,
    help: flag,
  }
  const request = parseArgs({ args: [...args], options, allowPositionals: true })
  if (request.positionals.length === 0 && !request.values.all && !request.values.help) {
    throw new Error(`Which exercise?\n\n${USAGE}`)
  }
  return request
}

function jobsOf({ values: { jobs } }: Request): number | undefined {
  if (jobs === undefined) return undefined
  if (!/^[1-9]\d*$/.test(jobs))
    throw new Error(`--jobs takes a whole number from 1, not "${jobs}".`)
  return Number(jobs)
}

function submissionsFor(root: string, { values, positionals }: Request): Submission[] {
  const course = readCourse(root)
  const [name = '', ...files] = positionals
  const chosen = values.all ? touched(root, course) : [exerciseNamed(course, name)]
  const submitted = chosen.flatMap((exercise) =>
    kindsOf(root, exercise, values, files).map((file) => ({ file, exercise })),
  )
  if (submitted.length === 0) {
    throw new Error(
      'There is nothing to judge yet: no exercise differs from its stub. npm start opens one.',
    )
  }
  return submitted
}

function kindsOf(
  root: string,
  exercise: Exercise,
  values: Request['values'],
  files: readonly string[],
): string[] {
  const named = files.map((file) => shownPath(root, normalizePath(resolve(file))))
  const kinds = [
    ...named,
    ...(values.solutions ? [exercise.solution] : []),
    ...(values.mistakes ? mistakesOf(root, exercise) : []),
    ...(values.accepted ? acceptedOf(root, exercise) : []),
  ]
  const asked = kinds.length > 0 || values.solutions || values.mistakes || values.accepted
  if (asked) return kinds
  return [exercise.stub]
}

/** One object a submission, in the order of the course. */
const toJson = (submitted: readonly Submission[], verdicts: readonly Verdict[]): string =>
  JSON.stringify(
    verdicts.map((verdict, index) => ({
      exercise: submitted[index]?.exercise.slug,
      number: submitted[index]?.exercise.number,
      ...verdict,
    })),
    undefined,
    2,
  )

function toText(
  root: string,
  { file, tests, errors, notes, solved, printed }: Verdict,
  submission: Submission | undefined,
): string {
  const { exercise } = submission ?? {}
  const holdsTodo = file === exercise?.stub && !isStarted(root, exercise)
  return [
    `\n${solved ? 'solved' : 'not solved'}: ${file}`,
    ...(solved && holdsTodo ? ['  Now delete the TODO line.'] : []),
    ...errors.map(textOf).map(indent),
    ...tests.flatMap(({ title, state, failure }) => [
      `  ${SIGN[state]} ${title}`,
      ...(failure ? [indent(textOf(failure))] : []),
    ]),
    ...notes.map((note) => indent(wrap(`\nMind: ${note}`))),
    ...(printed === '' ? [] : ['  It printed:', indent(printed.trimEnd())]),
  ].join('\n')
}

const SIGN = { passed: '✓', failed: '✗', skipped: '·', pending: '·' } as const

const indent = (text: string): string => text.replace(/^(?=.)/gm, '      ')
