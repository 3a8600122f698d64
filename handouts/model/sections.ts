import { toString } from 'mdast-util-to-string'

import type { Block, Folded, SeeAlso } from './blocks.ts'

/** A heading and what stands below it; the first section of a lesson, its story, has no heading. */
export interface Section {
  title: string
  blocks: Block[]
}

/** Splits blocks at their second-order headings. */
export function sectionsOf(blocks: readonly Block[]): Section[] {
  const sections: Section[] = [{ title: '', blocks: [] }]
  for (const block of blocks) {
    if (block.type === 'heading' && block.depth === 2)
      sections.push({ title: toString(block), blocks: [] })
    else sections.at(-1)?.blocks.push(block)
  }
  return sections
}

/** The blocks of one section; none, if there is no such section. */
export const sectionCalled = (sections: readonly Section[], title: string): Block[] =>
  sections.find((section) => section.title === title)?.blocks ?? []

/** What was folded, and where a reader of a printed page finds it. */
export interface Torn {
  label: string
  folded: Folded
}

/**
 * Takes out what is folded and leaves, where it stood, a note that says on which page it is.
 * `labelOf` names the place of the nth one.
 */
export function tearOff(
  blocks: readonly Block[],
  labelOf: (index: number) => string,
): { blocks: Block[]; torn: Torn[] } {
  const torn: Torn[] = []
  const left: Block[] = []
  for (const block of blocks) {
    if (block.type !== 'folded') {
      left.push(block)
      continue
    }
    const label = labelOf(torn.length)
    torn.push({ label, folded: block })
    note(left).entries.push({ label, text: block.summary })
  }
  return { blocks: left, torn }
}

/** Neighbours share one note. */
function note(blocks: Block[]): SeeAlso {
  const last = blocks.at(-1)
  if (last?.type === 'seeAlso') return last
  const fresh: SeeAlso = { type: 'seeAlso', entries: [] }
  blocks.push(fresh)
  return fresh
}
