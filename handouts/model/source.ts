import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Node, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { toString } from 'mdast-util-to-string'
import { gfm } from 'micromark-extension-gfm'

import { textOf } from '../../src/author/laws/law.ts'

/** A Markdown file as it was parsed: the one tree from which both writers work. */
export interface Source {
  /** Relative to the repository, with `/`. */
  file: string
  /** Whether there is such a file. */
  exists: boolean
  /** What its first heading says; empty without one. */
  title: string
  tree: Root
}

/** Reads a Markdown file; a missing one is an empty source, about which the laws complain. */
export function readSource(root: string, file: string): Source {
  const exists = existsSync(join(root, file))
  return { ...parseSource(file, textOf(root, file).replace(/^\uFEFF/, '')), exists }
}

/** Parses Markdown as GitHub reads it. */
export function parseSource(file: string, markdown: string): Source {
  const tree = fromMarkdown(markdown, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  })
  const heading = tree.children.find((node) => node.type === 'heading' && node.depth === 1)
  return { file, exists: true, title: heading ? toString(heading) : '', tree }
}

/** The line on which a node begins; 1 for a node that was not read from a file. */
export const lineOf = (node: Node): number => node.position?.start.line ?? 1
