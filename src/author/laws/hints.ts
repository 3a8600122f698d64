import { onOneLine } from '../../course/mistake-header.ts'
import { textOf } from './law.ts'
import { ofEachLesson } from './lessons.ts'

const HINTS = ['Hint 1', 'Hint 2', 'Hint 3']

/** Characters below which a line is everybody's: `return`, `await done`. */
const TOO_SHORT_TO_TELL = 20

/** Law: three folded hints. */
export const lessonsHaveHints = ofEachLesson(({ folded }) => {
  const hints = folded.filter((one) => one.section === 'Hints')
  const names = hints.map((one) => one.summary)
  if (names.join() !== HINTS.join())
    return [
      `The section "Hints" needs three <details> called ${HINTS.join(', ')}; it has ${names.join(', ') || 'none'}.`,
    ]
  return hints
    .filter((one) => one.text.trim() === '')
    .map((one) => `${one.summary} is empty: write it.`)
})

/** Law: a hint helps to find the solution, and is no part of it. */
export const hintsGiveNothingAway = ofEachLesson(({ folded }, exercise, { root }) => {
  const own = ownLines(textOf(root, exercise.solution), textOf(root, exercise.stub))
  return folded
    .filter((one) => one.section === 'Hints')
    .flatMap((hint) => {
      const given = own.find((line) => onOneLine(hint.text).includes(line))
      if (given === undefined) return []
      return [`${hint.summary} contains a line of the solution, "${given}": say it in other words.`]
    })
})

/** The lines of a solution that the stub does not show already. */
function ownLines(solution: string, stub: string): string[] {
  const lines = (text: string) => text.split('\n').map(onOneLine)
  const known = new Set(lines(stub))
  return lines(solution).filter((line) => line.length >= TOO_SHORT_TO_TELL && !known.has(line))
}
