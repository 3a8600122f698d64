import type { Code } from 'mdast'

import type { Unit } from '../../src/course/book.ts'
import { tidy } from '../../src/timeline/picture.ts'
import type { Span } from '../../src/timeline/span.ts'
import { blocksOf, heading, isPicture, type Block } from './blocks.ts'
import { sectionsOf, type Section } from './sections.ts'
import { sideBySide } from './side-by-side.ts'
import { signaturesOf } from './signatures.ts'

/** For each exercise, by its slug, the spans that its tests recorded behind each picture. */
export type Spans = ReadonlyMap<string, ReadonlyMap<string, readonly Span[]>>

/** A lesson as the handouts show it: its story, and its sections. */
export interface Prepared {
  unit: Unit
  story: Block[]
  sections: Section[]
}

/** Gives each picture its recording, and adds what the learner's file has to export. */
export function prepare(unit: Unit, spans: Spans): Prepared {
  const blocks = drawn(unit, blocksOf(unit.lesson), spans)
  const [story, ...sections] = sectionsOf(blocks).map(({ title, blocks: own }) => ({
    title,
    blocks: title === JOB ? [...own, ...signature(unit)] : own,
  }))
  return { unit, story: story?.blocks ?? [], sections }
}

/** The section that says what there is to do. */
export const JOB = 'Your job'

function drawn({ exercise, lesson }: Unit, blocks: Block[], recorded: Spans): Block[] {
  const pictures = blocks.filter(isPicture)
  const many = pictures.length > 1
  return blocks.map((block) => {
    if (!isPicture(block)) return block
    const which = many ? `, picture ${pictures.indexOf(block) + 1} of ${pictures.length}` : ''
    const spans = recorded.get(exercise.slug)?.get(tidy(block.text))
    return { ...block, title: lesson.title + which, spans }
  })
}

function signature(unit: Unit): Code[] {
  const value = signaturesOf(unit.exercise.stub, unit.stub)
  const caption = `${unit.exercise.slug}.ts exports`
  return value === '' ? [] : [{ type: 'code', lang: 'ts', value, data: { caption } }]
}

/** A whole lesson below its title, side by side what fits. */
export function lessonBlocks({ story, sections }: Prepared): Block[] {
  const blocks = sections.map(({ title, blocks: own }) => [heading(title), ...sideBySide(own)])
  const job = sections.findIndex(({ title }) => title === JOB)
  const [left, right] = blocks.slice(job, job + 2)
  if (job < 0 || !left || !right || !isNarrow(right)) return [...story, ...blocks.flat()]
  const beside: Block = { type: 'beside', left, right }
  return [...story, ...blocks.slice(0, job).flat(), beside, ...blocks.slice(job + 2).flat()]
}

/** Columns of a picture, with its labels, that fit beside a text. */
const NARROW = 28

/** A section of pictures that leave room beside them. */
function isNarrow(blocks: readonly Block[]): boolean {
  const pictures = blocks.filter(isPicture)
  const widest = Math.max(
    ...pictures.flatMap(({ text }) => text.split('\n').map((row) => row.length)),
  )
  return pictures.length > 0 && widest <= NARROW
}
