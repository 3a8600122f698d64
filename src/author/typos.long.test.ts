import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { readCourse } from '../course/catalog.ts'
import { openRunner } from '../judge/runner.ts'
import type { Verdict } from '../judge/verdict.ts'
import { root } from '../testing/root.ts'
import { TYPOS, writeMistyped, type Typo } from './typos.ts'

const course = readCourse(root)
const folder = mkdtempSync(join(tmpdir(), 'async-kata-typos-'))
afterAll(() => rmSync(folder, { recursive: true }))

const made = writeMistyped(root, course, folder)

let verdicts: Verdict[]

beforeAll(async () => {
  // They share processes, unlike a learner's files: all of them are known.
  const runner = await openRunner(root, made)
  verdicts = await runner.run().finally(() => runner.close())
}, 240_000)

test('every exercise has a typo in its solution, and there are four of each kind at least', () => {
  const inSolutions = new Set(
    TYPOS.filter(({ style }) => style === '').map(({ exercise }) => exercise),
  )
  const kinds = new Map<string, number>()
  for (const { kind } of TYPOS) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)

  expect(course.filter(({ slug }) => !inSolutions.has(slug))).toEqual([])
  expect([...kinds.values()].filter((count) => count < 4)).toEqual([])
  expect(kinds.size).toBe(5)
})

const nameOf = ({ exercise, style, right, wrong }: Typo) =>
  `${exercise}${style && ` (${style})`}: ${wrong || 'nothing'} in place of ${right}`

test.each(made.map((one, index) => ({ ...one, index, name: nameOf(one.typo) })))(
  '$name',
  ({ typo, file, line, index }) => {
    const failure = verdicts[index]?.tests.find(({ state }) => state === 'failed')?.failure

    expect(failure).toMatchObject({ kind: 'error', at: { file, line } })
    expect(failure?.sentence).toContain(`Your code threw ${typo.says}`)
    expect(failure?.sentence).toContain(`, at ${basename(file)}:${line}.`)
    expect(failure).not.toHaveProperty('cause')
  },
)
