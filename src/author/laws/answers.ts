import { acceptedOf, mistakesOf } from '../../course/catalog.ts'
import { headerOf, type MistakeHeader } from '../../course/mistake-header.ts'
import { textOf, type CourseFiles, type Violation } from './law.ts'

const FEWEST_MISTAKES = 8

/** Law: an exercise has wrong answers that its tests must catch, and a right one in another style. */
export function answersAreThere({ root, exercises }: CourseFiles): Violation[] {
  return exercises.flatMap((exercise) => {
    const mistakes = mistakesOf(root, exercise).length
    const violations: Violation[] = []
    if (mistakes < FEWEST_MISTAKES) {
      const message = `There are ${mistakes} mistakes, and eight are the least: write wrong answers that people give, one belief each.`
      violations.push({ file: `test/${exercise.path}/mistakes/`, message })
    }
    if (acceptedOf(root, exercise).length === 0) {
      const message =
        'There is no accepted answer: write a right one in another style than the solution.'
      violations.push({ file: `test/${exercise.path}/accepted/`, message })
    }
    return violations
  })
}

/** Law: every mistake says which belief is behind it, and what the failure must say. */
export function mistakesHaveHeaders({ root, exercises }: CourseFiles): Violation[] {
  return exercises
    .flatMap((exercise) => mistakesOf(root, exercise))
    .flatMap((file) => {
      const header = headerAt(root, file)
      if (typeof header === 'string') return [{ file, message: header }]
      return header.belief.endsWith('.')
        ? []
        : [{ file, message: 'The @belief should be a sentence: end it with a full stop.' }]
    })
}

/** The header of a mistake, or what is wrong with it as a sentence. */
export function headerAt(root: string, file: string): MistakeHeader | string {
  try {
    return headerOf('This file', textOf(root, file))
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
