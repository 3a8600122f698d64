import { parseSync } from 'vite'

import { unitsOf } from '../../course/book.ts'
import { textOf } from '../../course/text-of.ts'
import { tidy } from '../../timeline/picture.ts'
import { ofEachLesson, ofEachNode, type Found } from './law.ts'

/** Law: a lesson shows the timeline as its tests expect it, and no other. */
export const lessonsShowTheTimeline = ofEachLesson(({ fences }, { exercise }, { root, files }) => {
  const shown = fences.filter((fence) => fence.lang === 'timeline')
  if (!shown.some((fence) => fence.section === 'The timeline'))
    return ['The section "The timeline" needs a `timeline` fence: copy a picture of the tests.']
  if (!files.includes(exercise.test)) return []
  const pictures = picturesIn(exercise.test, textOf(root, exercise.test))
  return shown
    .filter((fence) => !pictures.has(tidy(fence.text)))
    .map(({ line }): Found => [
      line,
      `No test draws this timeline: copy it from a picture in ${exercise.test}, or mend that.`,
    ])
})

/** Law: a timeline stands in a lesson, and there in no list and no quotation. */
export const timelinesHaveTheirPlace = ofEachNode('code', ({ lang }, parent, { file }, { book }) =>
  lang !== 'timeline' ||
  (parent?.type === 'root' && unitsOf(book).some(({ lesson }) => lesson.file === file))
    ? []
    : ['A timeline belongs into a lesson, whose tests can draw it.'],
)

/** The template strings of a test file, tidied: its pictures are among them. */
function picturesIn(file: string, source: string): Set<string> {
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
