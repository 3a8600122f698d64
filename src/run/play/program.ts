import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { normalizePath } from 'vite'

import { SECOND } from '../../timeline/seconds.ts'
import { candidateId } from '../../judge/candidates.ts'
import type { Exercise } from '../../course/catalog.ts'
import { readLesson } from '../../course/lesson.ts'
import { moduleCode } from '../snippets/module-code.ts'
import { exerciseImport, nameOf, PROGRAMS, snippetsOf, type Output } from '../snippets/snippet.ts'

/** The program of a lesson and the answer with which it is played; plain data, for another process. */
export interface Program {
  /** The title of the lesson. */
  title: string
  /** The absolute path under which Vite knows the program; there is no such file. */
  id: string
  code: string
  exercise: Exercise
  /** What the program means by the exercise: `./limit.ts`. */
  imports: string
  /** Absolute path of the answer. */
  answer: string
  /** The name of the module in whose stead it calls the answer, see `candidates.ts`. */
  test: string
  /** It runs on the real clock. */
  real: boolean
  /** Story milliseconds at which the README has its last line printed. */
  promised: number
}

/**
 * The first TypeScript program of an exercise's README that says what it prints, to be played with
 * the answer in `file`, or with the learner's own; a sentence when there is no such program.
 */
export function programOf(
  root: string,
  exercise: Exercise,
  file = exercise.stub,
): Program | string {
  const readme = `exercises/${exercise.path}/README.md`
  if (!existsSync(join(root, readme))) return `${readme} is missing: there is nothing to play.`
  const lesson = readLesson(join(root, readme))
  const page = { file: readme, lesson, slug: exercise.slug, solution: exercise.solution }
  const lines = lesson.fences.flatMap(({ section, line }) => (section === PROGRAMS ? [line] : []))
  const snippet = snippetsOf(page).find(
    ({ lang, output, line }) => lang === 'ts' && output && lines.includes(line),
  )
  if (!snippet?.output) return `${readme} has no program that could be played.`
  return {
    title: lesson.title,
    id: normalizePath(join(root, nameOf(snippet))),
    code: moduleCode(snippet),
    exercise,
    imports: exerciseImport(snippet),
    answer: normalizePath(resolve(root, file)),
    test: candidateId(root, { exercise, file }),
    real: snippet.output.real,
    promised: lastSecondOf(snippet.output) * SECOND,
  }
}

const lastSecondOf = ({ lines }: Output): number =>
  Math.max(0, ...lines.map((line) => Number(/ @(\d+(?:\.\d+)?)$/.exec(line)?.[1] ?? 0)))
