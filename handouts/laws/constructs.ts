import type { Html, Node, Parent, RootContent } from 'mdast'
import { visitParents } from 'unist-util-visit-parents'

import type { Complaint } from '../complaint.ts'
import { DETAILS, DETAILS_END } from '../model/blocks.ts'
import { lineOf, type Source } from '../model/source.ts'

/** Law: a source holds nothing that one of the two writers does not know. */
export function constructsAreKnown({ file, tree }: Source): Complaint[] {
  const complaints: Complaint[] = []
  const add = (node: Node, sentence: string | undefined) => {
    if (sentence !== undefined) complaints.push({ file, line: lineOf(node), sentence })
  }
  visitParents(tree, (node, parents) => {
    if (node.type === 'root') return
    add(node, whyUnknown(node, parents.at(-1)))
  })
  add(...detailsOutOfStep(tree.children))
  return complaints
}

const KNOWN = new Set(
  (
    'paragraph heading text emphasis strong inlineCode break link image ' +
    'list listItem code table tableRow tableCell blockquote'
  ).split(' '),
)

function whyUnknown(node: RootContent, parent: Parent | undefined): string | undefined {
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
function whyRefused({ value }: Html, parent: Parent | undefined): string | undefined {
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
