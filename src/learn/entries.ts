import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { isStarted, readCourse, type Exercise } from '../course/catalog.ts'
import { titleIn } from '../course/title.ts'
import type { Verdict } from '../judge/verdict.ts'
import type { Entry, Status } from './session.ts'
import type { VerdictCache } from '../judge/verdict-cache.ts'

/** The course, with what is known of each exercise without judging anything. */
export const readEntries = (root: string, cache: VerdictCache): Entry[] =>
  readCourse(root).map((exercise) => ({
    exercise,
    title: titleIn(join(root, `exercises/${exercise.path}/README.md`)) ?? fallback(exercise),
    chapter: titleIn(join(root, `exercises/${dirname(exercise.path)}/README.md`)) ?? '',
    status: statusOf(isStarted(root, exercise), cache.get(cache.keyOf(exercise, exercise.stub))),
  }))

const fallback = ({ number, slug }: Exercise): string => `${number} ${slug}`

/** Where an exercise stands, given whether it is started and what was said of its file as it is. */
export function statusOf(started: boolean, verdict: Verdict | undefined): Status {
  if (!started) return 'not started'
  if (!verdict) return 'not judged'
  return verdict.solved ? 'solved' : 'wrong'
}

/** The text of a file; undefined when there is none that could be read. */
export function textIn(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
