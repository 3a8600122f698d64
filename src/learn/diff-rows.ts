import { diffLines } from 'diff'

import type { DiffRow } from './session.ts'
import { harmless } from '../harness/sentence.ts'

/** The lines of two files, beside each other as they belong together. */
export function diffRowsOf(yours: string, reference: string): DiffRow[] {
  const rows: DiffRow[] = []
  const changes = diffLines(ended(harmless(yours)), ended(harmless(reference)))
  for (const [index, { value, added, removed }] of changes.entries()) {
    const texts = value.replace(/\n$/, '').split('\n')
    if (!added && !removed) {
      rows.push(...texts.map((text) => ({ yours: text, reference: text, same: true })))
    } else if (removed) {
      rows.push(...texts.map((text) => ({ yours: text, reference: undefined, same: false })))
    } else {
      // What replaces lines stands beside them.
      const before = changes[index - 1]?.removed ? (changes[index - 1]?.count ?? 0) : 0
      const start = rows.length - before
      for (const [at, text] of texts.entries()) {
        const beside = at < before ? rows[start + at] : undefined
        if (beside) beside.reference = text
        else rows.push({ yours: undefined, reference: text, same: false })
      }
    }
  }
  return rows
}

const ended = (text: string): string => `${text.replaceAll('\r\n', '\n').trimEnd()}\n`
