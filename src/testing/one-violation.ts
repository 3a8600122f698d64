import { expect } from 'vitest'

import type { Violation } from '../author/laws/law.ts'

/** For tests: one violation, with its file exactly and words that its message has, in their order. */
export const oneViolation = (file: string, ...words: string[]): Violation[] => [
  { file, message: expect.stringMatching(new RegExp(words.map(escaped).join('.*'))) as string },
]

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
