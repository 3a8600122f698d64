import { dirname, join } from 'node:path'

import { isStarted, readCourse, strayNotice, type Exercise } from '../course/catalog.ts'
import { judge } from '../judge/judge.ts'
import { touched } from '../course/stubs.ts'
import { titleIn } from '../course/title.ts'

/** `npm run list`: the course, with the state of each exercise in this clone, judged now. */
export async function main(root: string): Promise<number> {
  const course = readCourse(root)
  const started = touched(root, course)
  const submitted = started.map((exercise) => ({ file: exercise.stub, exercise }))
  const verdicts = submitted.length > 0 ? await judge(root, submitted) : []
  const solved = new Set(verdicts.filter((verdict) => verdict.solved).map(({ file }) => file))

  const stateOf = (exercise: Exercise): State => {
    if (!started.includes(exercise)) return 'not started'
    if (!solved.has(exercise.stub)) return 'not solved'
    return isStarted(root, exercise) ? 'solved' : 'right: delete the TODO line'
  }
  for (const line of listed(root, course, stateOf)) console.log(line)
  const strays = strayNotice(root)
  if (strays !== '') console.log(`\n${strays}`)
  console.log(`\n${solved.size} of ${course.length} solved`)
  return 0
}

type State = 'solved' | 'right: delete the TODO line' | 'not solved' | 'not started'

const SIGN = {
  solved: '✓',
  'right: delete the TODO line': '✓',
  'not solved': '✗',
  'not started': '·',
} as const

function* listed(
  root: string,
  course: readonly Exercise[],
  stateOf: (exercise: Exercise) => State,
): Generator<string> {
  const width = Math.max(...course.map(({ slug }) => slug.length))
  let chapter = ''
  for (const exercise of course) {
    const folder = dirname(exercise.path)
    if (folder !== chapter)
      yield `\n${titleIn(join(root, `exercises/${folder}/README.md`)) ?? folder}`
    chapter = folder
    const state = stateOf(exercise)
    yield `  ${SIGN[state]} ${exercise.number} ${exercise.slug.padEnd(width)}  ${state}`
  }
}
