import { dirname, join } from 'node:path'
import type { Command } from 'commander'

import { isStarted, readCourse, strayNotice, type Exercise } from '../course/catalog.ts'
import { touched } from '../course/stubs.ts'
import { titleIn } from '../course/title.ts'

export const define = (command: Command): Command =>
  command.option('--json', 'the same as JSON: npm run -s list -- --json')

/** The course, with the state of each exercise in this clone, judged now. */
export async function run(
  root: string,
  _: readonly string[],
  { json }: { json?: boolean },
): Promise<number> {
  const course = readCourse(root)
  const stateOf = await statesIn(root, course)
  const told = course.map((exercise) => tell(root, exercise, stateOf(exercise)))
  console.log(json ? JSON.stringify(told, undefined, 2) : [...lines(root, told)].join('\n'))
  return 0
}

/** What a program may want to know; paths are relative to the repository. */
interface Told extends Pick<Exercise, 'number' | 'slug' | 'path'> {
  title: string | undefined
  state: State
  lesson: string
}

function tell(root: string, { number, slug, stub, path }: Exercise, state: State): Told {
  const lesson = `exercises/${path}/README.md`
  return { number, slug, title: titleIn(join(root, lesson)), state, path: stub, lesson }
}

async function statesIn(
  root: string,
  course: readonly Exercise[],
): Promise<(exercise: Exercise) => State> {
  const started = touched(root, course)
  const solved = await solvedOf(root, started)
  return (exercise) => {
    if (!started.includes(exercise)) return 'not started'
    if (!solved.has(exercise.stub)) return 'not solved'
    return isStarted(root, exercise) ? 'solved' : RIGHT
  }
}

/** The stubs of those that are solved. Vitest is not loaded where there is nothing to judge. */
async function solvedOf(root: string, started: readonly Exercise[]): Promise<Set<string>> {
  if (started.length === 0) return new Set()
  const { judge } = await import('../judge/judge.ts')
  const verdicts = await judge(
    root,
    started.map((exercise) => ({ file: exercise.stub, exercise })),
  )
  return new Set(verdicts.filter((verdict) => verdict.solved).map(({ file }) => file))
}

const RIGHT = 'right: delete the TODO line'

const SIGN = { solved: '✓', [RIGHT]: '✓', 'not solved': '✗', 'not started': '·' } as const

type State = keyof typeof SIGN

function* lines(root: string, told: readonly Told[]): Generator<string> {
  const width = Math.max(...told.map(({ slug }) => slug.length))
  let chapter = ''
  for (const { path, state, number, slug } of told) {
    const folder = dirname(dirname(path))
    if (folder !== chapter) yield `\n${titleIn(join(root, folder, 'README.md')) ?? folder}`
    chapter = folder
    yield `  ${SIGN[state]} ${number} ${slug.padEnd(width)}  ${state}`
  }
  const strays = strayNotice(root)
  if (strays !== '') yield `\n${strays}`
  yield `\n${told.filter(({ state }) => SIGN[state] === '✓').length} of ${told.length} solved`
}
