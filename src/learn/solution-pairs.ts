import { diffLines } from 'diff'

import type { Pair } from './session.ts'
import { harmless } from './text.ts'

/** The lines of two files, beside each other as they belong together. */
export function pairsOf(yours: string, reference: string): Pair[] {
  const pairs: Pair[] = []
  const changes = diffLines(ended(harmless(yours)), ended(harmless(reference)))
  for (const [index, { value, added, removed }] of changes.entries()) {
    const rows = value.replace(/\n$/, '').split('\n')
    if (!added && !removed) {
      pairs.push(...rows.map((row) => ({ yours: row, reference: row, same: true })))
    } else if (removed) {
      pairs.push(...rows.map((row) => ({ yours: row, reference: undefined, same: false })))
    } else {
      // What replaces lines stands beside them.
      const before = changes[index - 1]?.removed ? (changes[index - 1]?.count ?? 0) : 0
      const start = pairs.length - before
      for (const [at, row] of rows.entries()) {
        const pair = at < before ? pairs[start + at] : undefined
        if (pair) pair.reference = row
        else pairs.push({ yours: undefined, reference: row, same: false })
      }
    }
  }
  return pairs
}

const ended = (text: string): string => `${text.replaceAll('\r\n', '\n').trimEnd()}\n`
