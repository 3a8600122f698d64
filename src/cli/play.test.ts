import { stripVTControlCharacters } from 'node:util'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { exerciseNamed, readCourse } from '../course/catalog.ts'
import { playLineByLine } from '../learn/play/line-by-line.ts'
import { root } from '../testing/root.ts'

let out: string
let err: string

beforeEach(() => {
  out = err = ''
  vi.spyOn(console, 'log').mockImplementation((text: string) => void (out += `${text}\n`))
  vi.spyOn(console, 'error').mockImplementation((text: string) => void (err += `${text}\n`))
})

afterEach(() => vi.restoreAllMocks())

/** Real milliseconds; a busy machine needs its time to start a process. */
const PATIENCE = 60_000

/** Plays Hello world without a terminal, with this file as the learner's. */
const play = (stub: string): Promise<number> =>
  playLineByLine(root, { ...exerciseNamed(readCourse(root), '1.1'), stub }, 200)

test(
  'without a terminal: lines as they come, then the picture',
  { timeout: PATIENCE },
  async () => {
    expect(await play('solutions/01-the-post/01-hello-world/hello-world.ts')).toBe(0)
    expect(err).toBe('')
    expect(stripVTControlCharacters(out)).toBe(
      [
        'Play 1.1 Hello world · 200 times as fast',
        'Hello @0',
        'World @1',
        '',
        '         0',
        'program  >',
        'wait 1   >',
        '',
        'The program reached its end at second 1, and nothing was left running.',
        '',
      ].join('\n'),
    )
  },
)

test('a play that fails ends with 1, and its sentence', { timeout: PATIENCE }, async () => {
  expect(await play('test/hostile/never-settles.ts')).toBe(1)
  expect(out).toContain('Hello')
  expect(err).toContain('program never ended')
  expect(out).not.toContain('never settled')
})
