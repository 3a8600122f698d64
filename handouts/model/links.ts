import { existsSync } from 'node:fs'
import { join, posix } from 'node:path'
import { slug } from 'github-slugger'
import { toString } from 'mdast-util-to-string'

import { unitsOf, type Book } from './book.ts'
import type { Source } from './source.ts'

/** Where a link leads. */
export type Target =
  | { kind: 'exercise'; slug: string; anchor: string | undefined }
  | { kind: 'chapter'; folder: string }
  | { kind: 'web'; url: string }
  /** A file of the repository that is no part of the handouts, or a place on the same page. */
  | { kind: 'outside' }
  | { kind: 'broken'; why: string }

/** The scheme of links that the pages hold: `exercise:limit`. */
export const EXERCISE = 'exercise:'

/** Finds out where a link of a source leads. */
export function targetOf(book: Book, from: Source, url: string): Target {
  if (url.startsWith(EXERCISE))
    return { kind: 'exercise', slug: url.slice(EXERCISE.length), anchor: undefined }
  if (/^(https?|mailto):/.test(url)) return { kind: 'web', url }
  if (/^[a-z][a-z0-9+.-]*:|^\//i.test(url))
    return broken(`leads to "${url}": write a relative path, or an address that begins with https`)
  const [path = '', anchor] = decodeURI(url).split('#')
  const file = path === '' ? from.file : posix.join(posix.dirname(from.file), path)
  return insideOf(book, file, anchor) ?? outside(book.root, file)
}

/** The anchors of a page, as GitHub makes them from its headings. */
const anchorsOf = ({ tree }: Source): string[] =>
  tree.children.filter((node) => node.type === 'heading').map((node) => slug(toString(node)))

function insideOf(book: Book, file: string, anchor: string | undefined): Target | undefined {
  const sameFile = ({ file: other }: Source) => other === file || dirnameOf(other) === file
  const unit = unitsOf(book).find(({ lesson }) => sameFile(lesson))
  const chapter = book.chapters.find(({ page }) => sameFile(page))
  const source = unit?.lesson ?? chapter?.page
  if (!source) return undefined
  if (anchor !== undefined && !anchorsOf(source).includes(anchor))
    return broken(`leads to "#${anchor}", and ${source.file} has no such heading`)
  if (unit) return { kind: 'exercise', slug: unit.exercise.slug, anchor }
  return { kind: 'chapter', folder: chapter?.folder ?? '' }
}

const dirnameOf = (file: string): string => posix.dirname(file)

const outside = (root: string, file: string): Target =>
  existsSync(join(root, file))
    ? { kind: 'outside' }
    : broken(`leads to ${file}, which is not there`)

const broken = (why: string): Target => ({ kind: 'broken', why })
