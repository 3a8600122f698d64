import { expect } from 'vitest'

import type { Violation } from '../course/violation.ts'

/**
 * For tests: one violation, with its file exactly and words that its message has, in their order.
 * `file:3` asks for the line as well.
 */
export const oneViolation = (place: string, ...words: string[]): Violation[] => {
  const [, file = place, line] = /^(.*):(\d+)$/.exec(place) ?? []
  const message = expect.stringMatching(new RegExp(words.map(escaped).join('.*'))) as string
  const wanted = line === undefined ? { file, message } : { file, line: Number(line), message }
  return [expect.objectContaining(wanted) as Violation]
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
