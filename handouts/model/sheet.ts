import type { Code } from 'mdast'

import { isPicture, type Block, type Side } from './blocks.ts'
import { exerciseLabel } from './links.ts'
import { JOB, type Prepared } from './prepare.ts'
import { sectionCalled } from './sections.ts'
import { addBelowShorter, widthOf } from './side-by-side.ts'

/** One page for one exercise: no answers, no hints, and of the prose what is needed. */
export interface Sheet {
  label: string
  slug: string
  title: string
  /** The title of its chapter. */
  chapter: string
  /** Where its links and images are read. */
  file: string
  story: Block[]
  question: Block[]
  /** The programs with what they print; a common output stands below the shorter program. */
  programs: Block[]
  job: Block[]
  /** The pictures, and the words that tell them apart. */
  timeline: Block[]
}

/** Condenses a lesson to one sheet. */
export function sheetOf({ unit, story, sections }: Prepared, chapter: string): Sheet {
  const section = (title: string) =>
    sectionCalled(sections, title).filter((block) => block.type !== 'folded')
  return {
    label: exerciseLabel(unit.exercise.slug),
    slug: unit.exercise.slug,
    title: unit.lesson.title,
    chapter,
    file: unit.lesson.file,
    story,
    question: section('Predict first'),
    programs: [{ type: 'sideBySide', sides: programs(section('In Python and in TypeScript')) }],
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
  const pictures = blocks.filter(isPicture)
  return pictures.length < 2 ? pictures : blocks
}
