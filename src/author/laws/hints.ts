import { onOneLine } from '../../course/mistake-header.ts'
import { tellingLines } from '../../course/telling-lines.ts'
import { ofEachLesson } from './law.ts'

const HINTS = ['Hint 1', 'Hint 2', 'Hint 3']

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
export const hintsGiveNothingAway = ofEachLesson(({ folded }, { solution, stub }) => {
  const telling = tellingLines(solution, stub)
  return folded
    .filter((one) => one.section === 'Hints')
    .flatMap(({ summary, text }) => {
      const given = telling.find((line) => onOneLine(text).includes(line.text))
      if (!given) return []
      return [`${summary} contains a line of the solution, "${given.text}": say it in other words.`]
    })
})
