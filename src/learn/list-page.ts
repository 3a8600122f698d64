import truncate from 'cli-truncate'

import { entryOf, found, type Entry, type Page, type Session, type Status } from './session.ts'
import type { Canvas } from './text.ts'

type ListPage = Extract<Page, { kind: 'list' }>

/** The course with the state of each exercise; the chosen one is always in sight. */
export function listPage(session: Session, page: ListPage, canvas: Canvas): string[] {
  const { paint, rows } = canvas
  const hits = found(session.entries, page.search)
  const search = page.search === '' ? paint.dim('type to search') : paint.bold(page.search)
  const top = [` Search: ${search}`, '']
  if (hits.length === 0) return [...top, '   Nothing is called that. Esc takes the search away.']
  const listed = rowsOf(session, page, hits, canvas)
  return [...top, ...inSight(listed, rows === undefined ? Infinity : rows - top.length)]
}

interface Row {
  text: string
  chosen: boolean
}

function rowsOf(session: Session, page: ListPage, hits: readonly Entry[], canvas: Canvas): Row[] {
  const { paint, columns } = canvas
  return hits.flatMap((entry, index) => {
    const chosen = index === page.selected
    const opens = entry.chapter !== hits[index - 1]?.chapter
    const mark = chosen ? paint.bold('›') : ' '
    const title = entry === entryOf(session) ? paint.bold(entry.title) : entry.title
    const [sign, words] = shownAs(entry.status, canvas)
    const text = ` ${mark} ${sign} ${title}  ${words}`
    return [
      ...(opens ? [{ text: paint.dim(`   ${entry.chapter}`), chosen: false }] : []),
      { text: truncate(text.trimEnd(), columns), chosen },
    ]
  })
}

/** The sign before a title, and the words behind it. */
const shownAs = (status: Status, { paint }: Canvas): readonly [sign: string, words: string] =>
  ({
    solved: [paint.green('✓'), ''] as const,
    wrong: [paint.red('✗'), paint.dim('not right yet')] as const,
    'not started': ['·', ''] as const,
    'not judged': ['?', paint.dim('being judged')] as const,
  })[status]

/** As many rows as there is room for, with the chosen one among them. */
function inSight(rows: readonly Row[], room: number): string[] {
  const at = rows.findIndex(({ chosen }) => chosen)
  const first = Math.max(0, Math.min(at - Math.floor(room / 2), rows.length - room))
  return rows.slice(first, first + room).map(({ text }) => text)
}
