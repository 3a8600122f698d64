import { existsSync } from 'node:fs'
import { join, posix } from 'node:path'
import { slug } from 'github-slugger'
import { toString } from 'mdast-util-to-string'

import { unitsOf, type Book } from './book.ts'
import type { Source } from './lesson.ts'

/** Where a link leads. */
export type Target =
  | { kind: 'exercise'; slug: string; anchor: string | undefined }
  | { kind: 'chapter'; folder: string }
  | { kind: 'web'; url: string }
  /** A file of the repository that is no part of the book, or a place on the same page. */
  | { kind: 'outside' }
  | { kind: 'broken'; why: string }

/** Finds out where a link leads that stands in a file of the repository. */
export function targetOf(book: Book, from: string, url: string): Target {
  if (/^(https?|mailto):/.test(url)) return { kind: 'web', url }
  if (leadsAway(url))
    return broken(`leads to "${url}": write a relative path, or an address that begins with https`)
  const [path = '', anchor] = decodeURI(url).split('#')
  const file = path === '' ? from : besides(from, path)
  return insideOf(book, file, anchor) ?? outside(book.root, file)
}

/** Whether an address is no relative path. */
export const leadsAway = (url: string): boolean => /^[a-z][a-z0-9+.-]*:|^\//i.test(url)

/** The file that another one names by a relative path, itself relative to the repository. */
export const besides = (file: string, path: string): string => posix.join(posix.dirname(file), path)

/** The anchors of a page, as GitHub makes them from its headings. */
const anchorsOf = ({ tree }: Source): string[] =>
  tree.children.filter((node) => node.type === 'heading').map((node) => slug(toString(node)))

function insideOf(book: Book, file: string, anchor: string | undefined): Target | undefined {
  const isMeant = ({ file: other }: Source) => other === file || posix.dirname(other) === file
  const unit = unitsOf(book).find(({ lesson }) => isMeant(lesson))
  const chapter = book.chapters.find(({ page }) => isMeant(page))
  const source = unit?.lesson ?? chapter?.page
  if (!source) return undefined
  if (anchor !== undefined && !anchorsOf(source).includes(anchor))
    return broken(`leads to "#${anchor}", and ${source.file} has no such heading`)
  if (unit) return { kind: 'exercise', slug: unit.exercise.slug, anchor }
  return { kind: 'chapter', folder: chapter?.folder ?? '' }
}

const outside = (root: string, file: string): Target =>
  existsSync(join(root, file))
    ? { kind: 'outside' }
    : broken(`leads to ${file}, which is not there`)

const broken = (why: string): Target => ({ kind: 'broken', why })
