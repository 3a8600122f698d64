import { fromMarkdown } from 'mdast-util-from-markdown'

/** The sections of a Markdown text in which something is written; comments do not count. */
export function filledSections(markdown: string): Set<string> {
  const filled = new Set<string>()
  let section = ''
  for (const node of fromMarkdown(markdown).children) {
    if (node.type === 'heading') section = headingAt(markdown, node.position?.start.offset)
    else if (node.type !== 'html' || !node.value.startsWith('<!--')) filled.add(section)
  }
  return filled
}

const headingAt = (markdown: string, offset = 0): string =>
  (markdown.slice(offset).split('\n')[0] ?? '').replace(/^#+\s*/, '').trim()

/** Where the sections of a text differ from those it should have, in sentences. */
export function wrongSections(
  wanted: readonly string[],
  found: readonly string[],
  filled: ReadonlySet<string>,
): string[] {
  const missing = wanted.filter((name) => !found.includes(name))
  const strange = found.filter((name) => !wanted.includes(name))
  const messages = [
    ...missing.map((name) => `Write the section "${name}".`),
    ...strange.map(
      (name) => `There is no place for a section "${name}": put its text into another one.`,
    ),
    ...wanted
      .filter((name) => found.includes(name) && !filled.has(name))
      .map((name) => `The section "${name}" is empty: write it.`),
  ]
  const inOrder = found.join('\n') === wanted.join('\n')
  if (inOrder || missing.length > 0 || strange.length > 0) return messages
  return [...messages, `Put the sections in this order, each once: ${wanted.join(', ')}.`]
}
