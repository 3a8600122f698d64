import { availableParallelism } from 'node:os'

import { exerciseNamed, type Exercise } from '../course/catalog.ts'
import type { Violation } from '../course/violation.ts'
import { judge } from '../judge/judge.ts'
import { checkSnippets, pagesOf } from '../run/snippets.ts'
import { findPython, NO_PYTHON } from '../run/snippets/python.ts'
import { beliefsAreRight } from './laws/beliefs.ts'
import { JUDGED_LAWS, violationsIn } from './laws/index.ts'
import { submissionsOf, whenJudged } from './laws/judged.ts'
import { readCourseFiles, type CourseFiles } from './laws/law.ts'

/**
 * Everything that is wrong with some exercises, given by slug or number, or with all of them: in
 * their files, in what the tests say of them, and in the programs of their lessons. What belongs to
 * no exercise is looked at in any case.
 *
 * @throws Error with a sentence for a name that no exercise has.
 */
export async function check(root: string, names: readonly string[]): Promise<Violation[]> {
  const course = readCourseFiles(root)
  const asked = only(course, names)
  const elsewhere = course.exercises.filter((one) => !asked.exercises.includes(one))
  const [whenJudged, whenRun] = await Promise.all([
    violationsWhenJudged(asked),
    violationsWhenRun(asked),
  ])
  return [
    ...violationsIn(course).filter(({ file }) => !elsewhere.some((one) => liesIn(one, file))),
    ...whenJudged,
    ...whenRun,
  ]
}

/** Processes that judge side by side: on the wall clock they wait more than they work. */
const WORKERS = 2 * availableParallelism()

/** Violations of the laws that ask what the tests say. */
export async function violationsWhenJudged(course: CourseFiles): Promise<Violation[]> {
  const verdicts = await judge(course.root, submissionsOf(course, JUDGED_LAWS), WORKERS)
  const byFile = new Map(verdicts.map((verdict) => [verdict.file, verdict]))
  return [
    ...JUDGED_LAWS.flatMap((law) => whenJudged(law, byFile)(course)),
    ...beliefsAreRight(course, byFile),
  ]
}

/** What is wrong with the programs of the lessons, which are run. */
export async function violationsWhenRun({ root, exercises }: CourseFiles): Promise<Violation[]> {
  const python = findPython()
  const slugs = exercises.map(({ slug }) => slug)
  const pages = pagesOf(root).filter(({ slug }) => slugs.includes(slug))
  const { problems } = await checkSnippets(root, pages, python ? { python } : {})
  return python ? problems : [{ file: 'exercises/', message: NO_PYTHON }, ...problems]
}

/** A course of which only some exercises are judged; no names mean all. */
export function only(course: CourseFiles, names: readonly string[]): CourseFiles {
  if (names.length === 0) return course
  const exercises = names.map((name) => exerciseNamed(course.exercises, name))
  return { ...course, exercises }
}

const liesIn = ({ path }: Exercise, file: string): boolean =>
  file.split('/').slice(1, 3).join('/') === path
