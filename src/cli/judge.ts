import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { normalizePath } from 'vite'

import { wholeNumber } from './command.ts'
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

type Flag = 'all' | 'solutions' | 'mistakes' | 'accepted' | 'json'
type Options = Partial<Record<Flag, boolean>> & { jobs?: number }

export const define = (command: Command): Command =>
  command
    .argument('[exercise]', 'its name or its number: limit, 6.1')
    .argument('[files...]', 'these files instead of your answer')
    .option('--all', 'your answers: every file that differs from its stub')
    .option('--solutions', 'the reference solution')
    .option('--mistakes', 'the wrong answers that the tests must catch')
    .option('--accepted', 'the right answers in other styles')
    .option('--json', 'verdicts as JSON: npm run -s judge -- limit --json')
    .option('--jobs <N>', 'so many side by side, instead of one a core', wholeNumber('--jobs', 1))
    .addHelpText(
      'after',
      '\nThe exit code is the verdict: 0 solved, 1 not solved, 2 could not be judged.',
    )

/** What the tests say of answers. */
export async function run(
  root: string,
  args: readonly string[],
  options: Options,
): Promise<number> {
  const submitted = submissionsFor(root, args, options)
  const verdicts = await judge(root, submitted, options.jobs)
  const told = verdicts.map((verdict, index) => ({ verdict, ...submitted[index] }))
  console.log(
    options.json
      ? JSON.stringify(told.map(toData), undefined, 2)
      : told.map((one) => toText(root, one)).join('\n'),
  )
  return exitCodeOf(verdicts)
}

/** A file that is not there, or is none, is no wrong answer. */
function exitCodeOf(verdicts: readonly Verdict[]): number {
  const unread = verdicts.some((verdict) =>
    failuresOf(verdict).some(({ kind }) => kind === 'unreadable'),
  )
  if (unread) return 2
  return verdicts.every((verdict) => verdict.solved) ? 0 : 1
}

function submissionsFor(root: string, args: readonly string[], options: Options): Submission[] {
  const [name, ...more] = args
  const files = name !== undefined && isSource(name) ? args : more
  const submitted = chosen(root, name, options.all).flatMap((exercise) =>
    filesOf(root, exercise, options, files).map((file) => ({ file, exercise })),
  )
  if (submitted.length > 0) return submitted
  throw new Error(
    'There is nothing to judge yet: no exercise differs from its stub. npm start opens one.',
  )
}

function chosen(root: string, name: string | undefined, all = false): Exercise[] {
  const course = readCourse(root)
  if (name === undefined && all) return touched(root, course)
  if (name === undefined) throw new Error('Which exercise? Or --all for all of your answers.')
  if (all) throw new Error(`--all judges everything: leave "${name}" away.`)
  return [exerciseNamed(course, name)]
}

/** Whether a name is that of a file, which is then what is to be judged; a lesson is none. */
const isSource = (name: string): boolean =>
  !name.endsWith('.md') && existsSync(name) && statSync(name).isFile()

function filesOf(
  root: string,
  exercise: Exercise,
  { solutions, mistakes, accepted }: Options,
  files: readonly string[],
): string[] {
  const named = files.map((file) => shownPath(root, normalizePath(resolve(file))))
  if (named.length === 0 && !solutions && !mistakes && !accepted) return [exercise.stub]
  return [
    ...named,
    ...(solutions ? [exercise.solution] : []),
    ...(mistakes ? mistakesOf(root, exercise) : []),
    ...(accepted ? acceptedOf(root, exercise) : []),
  ]
}

interface Told extends Partial<Submission> {
  verdict: Verdict
}

const toData = ({ exercise, verdict }: Told): object => {
  return { exercise: exercise?.slug, number: exercise?.number, ...verdict }
}

function toText(root: string, { exercise, verdict }: Told): string {
  const { file, tests, errors, notes, solved, printed } = verdict
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
