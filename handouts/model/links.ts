import type { Book } from '../../src/course/book.ts'
import { targetOf as targetInCourse, type Target } from '../../src/course/links.ts'

/** The scheme of links that the handouts make themselves: `exercise:limit`. */
export const EXERCISE = 'exercise:'

/** Finds out where a link leads that stands in a file, or was made by the handouts. */
export const targetOf = (book: Book, from: string, url: string): Target =>
  url.startsWith(EXERCISE)
    ? { kind: 'exercise', slug: url.slice(EXERCISE.length), anchor: undefined }
    : targetInCourse(book, from, url)

/** What an exercise and a chapter are called within a document. */
export const exerciseLabel = (slug: string): string => `exercise-${slug}`
export const chapterLabel = (folder: string): string => `chapter-${folder}`

export function labelOf(target: Target): string | undefined {
  if (target.kind === 'exercise') return exerciseLabel(target.slug)
  return target.kind === 'chapter' ? chapterLabel(target.folder) : undefined
}
