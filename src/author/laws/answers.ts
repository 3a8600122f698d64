import { unitsOf } from '../../course/book.ts'
import { acceptedOf } from '../../course/catalog.ts'
import { textOf } from '../../course/text-of.ts'
import { violations, type Law } from './law.ts'

const FEWEST_MISTAKES = 8

/** Law: an exercise has wrong answers that its tests must catch, and a right one in another style. */
export const answersAreThere: Law = ({ root, book }) =>
  unitsOf(book).flatMap(({ exercise, mistakes: { length } }) => [
    ...violations(
      `test/${exercise.path}/mistakes/`,
      length >= FEWEST_MISTAKES
        ? []
        : [
            `There are ${length} mistakes, and eight are the least: write wrong answers that people give, one belief each.`,
          ],
    ),
    ...violations(
      `test/${exercise.path}/accepted/`,
      acceptedOf(root, exercise).length > 0
        ? []
        : ['There is no accepted answer: write a right one in another style than the solution.'],
    ),
  ])

/** Law: every mistake says which belief is behind it, and what the failure must say. */
export const mistakesHaveHeaders: Law = ({ book }) =>
  unitsOf(book).flatMap(({ mistakes }) =>
    mistakes.flatMap(({ file, header }) => {
      if (typeof header === 'string') return violations(file, [header])
      if (header.belief.endsWith('.')) return []
      return violations(file, ['The @belief should be a sentence: end it with a full stop.'])
    }),
  )

/** Where our own tests keep the typos with which they try what a learner is told of an error. */
const TYPOS = 'src/author/typos.ts'

/** Law: every solution has a typo that makes one of its lines throw. */
export const solutionsHaveTypos: Law = ({ root, exercises }) => {
  const rows = textOf(root, TYPOS)
  const untried = exercises.filter(({ slug }) => !rows.includes(`\n${slug} | - | `))
  const sentences = untried.map(
    ({ slug }) =>
      `Add a row that begins with "${slug} | - |": a typo that makes a line of the solution throw.`,
  )
  return violations(TYPOS, sentences)
}
