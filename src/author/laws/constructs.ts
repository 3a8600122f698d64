import type { Html, Node, Parents, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'

import { DETAILS, DETAILS_END, lineOf } from '../../course/lesson.ts'
import { ofEachSource, type Found } from './law.ts'

/** Law: a page holds nothing that a screen, a browser or a printer does not know. */
export const constructsAreKnown = ofEachSource(({ tree }) => {
  const found: Found[] = []
  const add = (node: Node, sentence: string | undefined) => {
    if (sentence !== undefined) found.push([lineOf(node), sentence])
  }
  visit(tree, (node, _index, parent) => {
    if (node.type !== 'root') add(node, whyUnknown(node, parent))
  })
  add(...detailsOutOfStep(tree.children))
  return found
})

const KNOWN = new Set(
  (
    'paragraph heading text emphasis strong inlineCode break link image ' +
    'list listItem code table tableRow tableCell blockquote'
  ).split(' '),
)

function whyUnknown(node: RootContent, parent: Parents | undefined): string | undefined {
  if (node.type === 'html') return whyRefused(node, parent)
  if (!KNOWN.has(node.type)) return `${nameOf(node.type)} has no place in a handout: ${INSTEAD}.`
  if (node.type === 'listItem' && typeof node.checked === 'boolean') {
    return `A check box has no place in a handout: ${INSTEAD}.`
  }
  if (node.type === 'heading' && (node.depth > 3 || parent?.type !== 'root')) {
    return 'Headings have one to three #, and stand in no list and no quotation.'
  }
  return undefined
}

const INSTEAD = 'write it as a paragraph, a list, a table, a fence or a link with its address'

const NAMES: Record<string, string> = {
  definition: 'A link whose address stands elsewhere',
  delete: 'Text that is struck out',
  footnoteDefinition: 'A footnote',
  footnoteReference: 'A footnote',
  imageReference: 'An image whose address stands elsewhere',
  linkReference: 'A link whose address stands elsewhere',
  thematicBreak: 'A line across the page',
}

const nameOf = (type: string): string => NAMES[type] ?? `The Markdown construct "${type}"`

/** Raw HTML is refused, `<details>` aside, whose two ends are blocks of their own. */
function whyRefused({ value }: Html, parent: Parents | undefined): string | undefined {
  if (parent?.type === 'root' && (DETAILS.test(value) || DETAILS_END.test(value))) return undefined
  const [first = ''] = value.split('\n')
  return (
    `"${first}" is raw HTML. Only <details> with its <summary> of plain text below it, and ` +
    '</details>, are allowed, each with a blank line before and after it.'
  )
}

/** The first `<details>` that is not closed, or `</details>` that closes nothing. */
function detailsOutOfStep(nodes: readonly RootContent[]): [Node, string | undefined] {
  let open: Node | undefined
  for (const node of nodes) {
    if (node.type !== 'html') continue
    if (DETAILS.test(node.value)) {
      if (open) return [node, 'This <details> begins within another one: close that before.']
      open = node
    } else if (DETAILS_END.test(node.value)) {
      if (!open) return [node, 'This </details> closes nothing.']
      open = undefined
    }
  }
  return [open ?? { type: 'root' }, open && 'This <details> is never closed.']
}
