import type { Section } from '../../course/lesson.ts'

/** Where the sections of a page differ from those it should have, in sentences. */
export function wrongSections(wanted: readonly string[], found: readonly Section[]): string[] {
  const titles = found.map(({ title }) => title)
  const missing = wanted.filter((name) => !titles.includes(name))
  const strange = titles.filter((name) => !wanted.includes(name))
  const empty = wanted.filter(
    (name) => titles.includes(name) && !found.some(({ title, filled }) => title === name && filled),
  )
  const messages = [
    ...missing.map((name) => `Write the section "${name}".`),
    ...strange.map(
      (name) => `There is no place for a section "${name}": put its text into another one.`,
    ),
    ...empty.map((name) => `The section "${name}" is empty: write it.`),
  ]
  const inOrder = titles.join('\n') === wanted.join('\n')
  if (inOrder || missing.length > 0 || strange.length > 0) return messages
  return [...messages, `Put the sections in this order, each once: ${wanted.join(', ')}.`]
}
