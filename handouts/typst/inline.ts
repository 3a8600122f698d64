import type { PhrasingContent } from 'mdast'

import type { Token } from '../highlight.ts'
import type { Target } from '../model/links.ts'
import { literal } from './literal.ts'

/** What the writer has to know about the document for which it writes. */
export interface Scope {
  /** Where a link of the source leads. */
  targetOf: (url: string) => Target
  /** Whether the document has a place of that name, to which a link can jump. */
  hasLabel: (label: string) => boolean
  /** The image file to which an address leads, relative to the repository. */
  imageAt: (url: string) => string
  /** What has to be added to the depth of a heading. */
  deeper: number
  tokensOf: (code: string, lang: string) => Token[][]
}

/** Runs of text as Typst markup that holds string literals only. */
export const inline = (nodes: readonly PhrasingContent[], scope: Scope): string =>
  nodes.map((node) => phrase(node, scope)).join('')

function phrase(node: PhrasingContent, scope: Scope): string {
  switch (node.type) {
    case 'text':
      return `#text(${literal(node.value.replace(/\n/g, ' '))})`
    case 'inlineCode':
      return `#raw(${literal(node.value)})`
    case 'emphasis':
      return `#emph[${inline(node.children, scope)}]`
    case 'strong':
      return `#strong[${inline(node.children, scope)}]`
    case 'break':
      return '#linebreak()'
    case 'link':
      return link(scope.targetOf(node.url), inline(node.children, scope), scope)
    case 'image':
      return image(node.url, node.alt ?? '', scope)
    default:
      return ''
  }
}

function link(target: Target, words: string, { hasLabel }: Scope): string {
  if (target.kind === 'web') return `#link(${literal(target.url)})[${words}]`
  const label = labelOf(target)
  return label !== undefined && hasLabel(label) ? `#link(<${label}>)[${words}]` : words
}

/** What an exercise and a chapter are called within a document. */
export const exerciseLabel = (slug: string): string => `exercise-${slug}`
export const chapterLabel = (folder: string): string => `chapter-${folder}`

export function labelOf(target: Target): string | undefined {
  if (target.kind === 'exercise') return exerciseLabel(target.slug)
  return target.kind === 'chapter' ? chapterLabel(target.folder) : undefined
}

const image = (url: string, alt: string, { imageAt }: Scope): string =>
  `#image(${literal(`/${imageAt(url)}`)}, alt: ${literal(alt)})`
