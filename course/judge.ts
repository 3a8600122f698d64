import { acceptedOf, mistakesOf, readCourse, type Exercise } from './catalog.ts'
import { judge } from './judging.ts'
import type { Verdict } from './run.ts'

/**
 * `npm run judge -- limit`: what the tests say of one's answer. Other arguments are files to judge
 * instead, or `--mistakes` and `--accepted` for all of these. The exit code is the verdict: 0
 * solved, 1 not solved, 2 could not be judged.
 */
export async function main(root: string, args: readonly string[]): Promise<number> {
  const course = readCourse(root)
  const [slug = '', ...rest] = args
  const exercise = course.find((one) => one.slug === slug || one.number === slug)
  if (!exercise) {
    console.error(
      `There is no exercise called "${slug}". There are: ${course.map((one) => one.slug).join(', ')}.`,
    )
    return 2
  }
  const verdicts = await judge(
    root,
    filesToJudge(root, exercise, rest).map((file) => ({ file, exercise })),
  )
  for (const verdict of verdicts) print(verdict)
  return verdicts.every((verdict) => verdict.solved) ? 0 : 1
}

function filesToJudge(root: string, exercise: Exercise, args: readonly string[]): string[] {
  if (args.length === 0) return [exercise.stub]
  return args.flatMap((argument) => {
    if (argument === '--mistakes') return mistakesOf(root, exercise)
    if (argument === '--accepted') return acceptedOf(root, exercise)
    if (argument === '--solution') return [exercise.solution]
    return [argument]
  })
}

function print({ file, tests, errors, solved }: Verdict): void {
  console.log(`\n${solved ? 'solved' : 'not solved'}: ${file}`)
  for (const error of errors) console.log(indent(error))
  for (const { title, state, messages } of tests) {
    console.log(`  ${SIGN[state]} ${title}`)
    for (const message of messages) console.log(indent(message))
  }
}

const SIGN = { passed: '✓', failed: '✗', skipped: '-', pending: '?' } as const

const indent = (text: string): string => text.replace(/^(?=.)/gm, '      ')
