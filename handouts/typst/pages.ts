import { ONE_PAGE, type Page } from '../model/pages.ts'
import { WORDS } from '../words.ts'
import { typstOf } from './blocks.ts'
import { literal } from './literal.ts'
import { scopeFor, type Desk } from './scope.ts'

/** The largest letters of a page that has to fit one sheet. */
const LARGEST: Partial<Record<Page['name'], string>> = {
  'cheat-sheet': '11pt',
  misconceptions: '13pt',
}

/** A page as Typst; exercises are named, and lead nowhere, as the booklet is another file. */
export function pageTypst(desk: Desk, { name, source, blocks }: Page): string {
  const title = `${literal(source.title)}, ${literal(WORDS.subject)}`
  const body = typstOf(blocks, scopeFor(desk, new Set(), 0)(source))
  const show = ONE_PAGE.includes(name)
    ? `#poster(${literal(name)}, ${title}, ${LARGEST[name] ?? '10pt'})`
    : `#leaflet(${title})`
  return `#import "/page.typ": *\n${show}[\n${body}\n]`
}
