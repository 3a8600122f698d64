import type { Html, Nodes, Parents } from 'mdast'

import { DETAILS, DETAILS_END, lineOf } from '../../course/lesson.ts'
import { ofEachNode, ofEachSource } from './law.ts'

/** Law: a page holds nothing that a screen, a browser or a printer does not know. */
export const constructsAreKnown = ofEachNode(undefined, (node, parent) => {
  const sentence = whyUnknown(node, parent)
  return sentence === undefined ? [] : [sentence]
})

const KNOWN = new Set(
  (
    'root paragraph heading text emphasis strong inlineCode break link image ' +
    'list listItem code table tableRow tableCell blockquote'
  ).split(' '),
)

function whyUnknown(node: Nodes, parent: Parents | undefined): string | undefined {
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

/** Law: each `<details>` is closed before the next one begins. */
export const detailsAreClosed = ofEachSource(({ tree }) => {
  let open: number | undefined
  for (const node of tree.children) {
    if (node.type !== 'html') continue
    const line = lineOf(node)
    if (DETAILS.test(node.value)) {
      if (open !== undefined)
        return [[line, 'This <details> begins within another one: close that before.']]
      open = line
    } else if (DETAILS_END.test(node.value)) {
      if (open === undefined) return [[line, 'This </details> closes nothing.']]
      open = undefined
    }
  }
  return open === undefined ? [] : [[open, 'This <details> is never closed.']]
})
