import type { Code } from 'mdast'

import type { Block, Picture, Side } from './blocks.ts'
import { addBelowShorter, widthOf } from './pair.ts'
import { JOB, type Prepared } from './prepare.ts'
import { sectionCalled } from './sections.ts'

/** What a sheet shows of a lesson: no answers, no hints, and of the prose what is needed. */
export interface Sheet {
  lesson: Prepared
  /** The programs with what they print; a common output stands below the shorter program. */
  programs: Side[]
  question: Block[]
  job: Block[]
  /** The pictures, and the words that tell them apart. */
  timeline: Block[]
}

/** Condenses a lesson to one sheet. */
export function sheetOf(lesson: Prepared): Sheet {
  const section = (title: string) =>
    sectionCalled(lesson.sections, title).filter((block) => block.type !== 'folded')
  return {
    lesson,
    programs: programs(section('In Python and in TypeScript')),
    question: section('Predict first'),
    job: section(JOB),
    timeline: withoutProse(section('The timeline')),
  }
}

/** Each program with the output that follows it; one output alone is that of both. */
function programs(blocks: readonly Block[]): Side[] {
  const fences = blocks.filter((block): block is Code => block.type === 'code')
  const outputs = fences.filter(({ lang }) => lang === 'text')
  const sides = fences
    .filter(({ lang }) => lang === 'python' || lang === 'ts')
    .map((code): Side => ({ columns: widthOf(code), children: [code] }))
  if (outputs.length < sides.length) addBelowShorter(sides, outputs)
  else
    for (const [index, side] of sides.entries())
      side.children.push(...outputs.slice(index, index + 1))
  return sides
}

/** A picture alone needs no words, and of two each has its own. */
function withoutProse(blocks: Block[]): Block[] {
  const pictures = blocks.filter((block): block is Picture => block.type === 'picture')
  return pictures.length < 2 ? pictures : blocks
}
