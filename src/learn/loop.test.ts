import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { readCourse } from '../course/catalog.ts'
import type { Verdict } from '../judge/verdict.ts'
import { readEntries } from './entries.ts'
import { key, RED } from '../testing/sessions.ts'
import { Loop } from './loop.ts'
import type { StandbyJudge } from '../judge/standby-judge.ts'
import { VerdictCache } from '../judge/verdict-cache.ts'
import { putFile } from '../testing/put-file.ts'

let root: string
let loop: Loop
/** Answers what the judge was asked, in the order of the questions. */
let answers: ((verdict: Verdict) => void)[]

const write = (file: string, text: string) => putFile(root, file, text)

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'async-kata-session-'))
  write('src/clock/clock.ts', '')
  for (const slug of ['01-limit', '02-mutex']) {
    const name = slug.slice(3)
    const path = `06-coordination/${slug}`
    for (const file of [`exercises/${path}/${name}.ts`, `solutions/${path}/${name}.ts`]) {
      write(file, `export const ${name} = 1\n`)
    }
    write(`test/${path}/${name}.test.ts`, '')
  }
  answers = []
  const judge = {
    prepare: () => Promise.resolve(),
    judge: () => new Promise<Verdict>((resolve) => answers.push(resolve)),
    close: () => Promise.resolve(),
  } as unknown as StandbyJudge
  const cache = new VerdictCache(root)
  const host = {
    show: () => undefined,
    edit: () => Promise.resolve(''),
    follow: () => undefined,
    quit: () => undefined,
  }
  loop = new Loop(root, { cache, judge, entries: readEntries(root, cache) }, host)
})

afterEach(async () => {
  await loop.close()
  rmSync(root, { recursive: true, force: true })
})

test('a verdict that comes when another exercise is open already is not shown as its own', async () => {
  void loop.begin('limit')
  await vi.waitFor(() => expect(answers).toHaveLength(1))
  const mutex = readCourse(root)[1]?.stub ?? ''
  // It takes a moment until an empty file is believed to be empty.
  write(mutex, '')
  loop.press(key('n'))
  loop.press(key('y'))
  expect(loop.session.slug).toBe('mutex')

  answers[0]?.(RED.verdict)
  await new Promise(setImmediate)

  expect(loop.session.judged).toBeUndefined()
  await vi.waitFor(() => expect(answers).toHaveLength(2))
})

test('one save is told of several times and judged once, the next is judged again', async () => {
  void loop.begin('limit')
  await vi.waitFor(() => expect(answers).toHaveLength(1))
  const [limit] = readCourse(root)
  if (!limit) throw new Error('There are two exercises.')
  void loop.saved(limit)
  void loop.lookAgain()
  write(limit.stub, 'export const limit = 2\n')
  void loop.saved(limit)
  void loop.saved(limit)
  await vi.waitFor(() => expect(answers).toHaveLength(2))
  await loop.lookAgain()

  expect(answers).toHaveLength(2)
})
