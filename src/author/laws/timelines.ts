import { parseSync } from 'vite'

import { tidy } from '../../timeline/picture.ts'
import { textOf } from './law.ts'
import { ofEachLesson } from './lessons.ts'

/** Law: a lesson shows the timeline as its tests expect it, and no other. */
export const lessonsShowTheTimeline = ofEachLesson(({ fences }, exercise, { root }) => {
  const shown = fences.filter((fence) => fence.lang === 'timeline')
  if (!shown.some((fence) => fence.section === 'The timeline'))
    return ['The section "The timeline" needs a `timeline` fence: copy a picture of the tests.']
  const pictures = picturesIn(exercise.test, textOf(root, exercise.test))
  return shown
    .filter((fence) => !pictures.has(tidy(fence.text)))
    .map(
      ({ line }) =>
        `The timeline on line ${line} is in no test: copy it from ${exercise.test}, or mend that.`,
    )
})

/** The template strings of a test file, tidied: its pictures are among them. */
export function picturesIn(file: string, source: string): Set<string> {
  const texts = new Set<string>()
  collect(parseSync(file, source).program, texts)
  return texts
}

function collect(node: unknown, texts: Set<string>): void {
  if (typeof node !== 'object' || node === null) return
  if ('type' in node && node.type === 'TemplateLiteral') {
    const { quasis } = node as unknown as { quasis: { value: { cooked: string | null } }[] }
    if (quasis.length === 1) texts.add(tidy(quasis[0]?.value.cooked ?? ''))
  }
  for (const child of Object.values(node)) collect(child, texts)
}
