import { judge } from '../judge/judge.ts'
import { JUDGED_LAWS, LAWS } from './laws/index.ts'
import { submissionsOf } from './laws/judged.ts'
import { readCourseFiles, type CourseFiles, type Violation } from './laws/law.ts'

/**
 * The step "laws" of `npm run check`: prints each violation of a law of the course with the file to
 * write or to mend. Slugs as arguments leave the other exercises unjudged, which is what takes
 * time. The exit code is 1 when a law is broken.
 */
export async function main(root: string, args: readonly string[]): Promise<number> {
  const course = readCourseFiles(root)
  const unknown = args.find((slug) => !course.exercises.some((one) => one.slug === slug))
  if (unknown !== undefined) {
    console.error(`There is no exercise called "${unknown}": give slugs, or nothing for all.`)
    return 2
  }
  const inFiles = violationsIn(course)
  // Before the judge, which takes its time.
  print(inFiles)
  const whenJudged = await violationsWhenJudged(only(course, args))
  print(whenJudged)

  const count = inFiles.length + whenJudged.length
  const laws = LAWS.length + JUDGED_LAWS.length
  console.log(
    `${course.exercises.length} exercises, ${laws} laws, ${count} violation${count === 1 ? '' : 's'}`,
  )
  return count === 0 ? 0 : 1
}

/** Violations of the laws that need nothing but the files. */
export const violationsIn = (course: CourseFiles): Violation[] => LAWS.flatMap((law) => law(course))

/** Violations of the laws that ask what the tests say. */
export async function violationsWhenJudged(course: CourseFiles): Promise<Violation[]> {
  const verdicts = await judge(course.root, submissionsOf(course))
  const byFile = new Map(verdicts.map((verdict) => [verdict.file, verdict]))
  return JUDGED_LAWS.flatMap((law) => law(course, byFile))
}

/** A course of which only some exercises are looked at; no slugs mean all. */
export const only = (course: CourseFiles, slugs: readonly string[]): CourseFiles =>
  slugs.length === 0
    ? course
    : { ...course, exercises: course.exercises.filter(({ slug }) => slugs.includes(slug)) }

function print(violations: readonly Violation[]): void {
  for (const { file, message } of violations) console.log(`${file}  ${message}`)
}
