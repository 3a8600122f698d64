import { textOf } from './text-of.ts'

/** What the comment at the top of a mistake says about it. */
export interface MistakeHeader {
  /** The belief behind the mistake, in one sentence. */
  belief: string
  /** Words that the failure must contain; how a message is wrapped does not matter. */
  says: string[]
}

/**
 * Reads the header of a mistake: a doc comment with one `@belief` and at least one `@says`.
 *
 * @throws Error that says what is missing.
 */
export function headerOf(file: string, source: string): MistakeHeader {
  const [belief, ...more] = valuesOf('belief', source)
  const says = valuesOf('says', source)
  if (belief === undefined || more.length > 0 || says.length === 0) {
    throw new Error(
      `${file} needs a header with one line "@belief …" and at least one line "@says …".`,
    )
  }
  return { belief, says }
}

/** The header of a mistake of the course, or what is wrong with it as a sentence. */
export function headerAt(root: string, file: string): MistakeHeader | string {
  try {
    return headerOf('This file', textOf(root, file))
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** What the first doc comment of a source says behind each `@name`, in its order. */
export function valuesOf(name: string, source: string): string[] {
  const [, comment = ''] = /\/\*\*(.*?)\*\//s.exec(source) ?? []
  return comment
    .split(/^\s*\*?\s*@/m)
    .slice(1)
    .filter((tag) => tag.startsWith(`${name} `))
    .map((tag) => onOneLine(tag.slice(name.length).replace(/^\s*\* ?/gm, ' ')))
}

/** A text without its line breaks, so that messages can be compared however they are wrapped. */
export const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
