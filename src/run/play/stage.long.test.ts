import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

import { exerciseNamed, readCourse } from '../../course/catalog.ts'
import { startPlay, type Play } from './stage.ts'
import { isFinished, type PlayState } from './state.ts'
import { root } from '../../testing/root.ts'

const course = readCourse(root)
const folder = mkdtempSync(join(tmpdir(), 'async-kata-play-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Real milliseconds; a busy machine needs its time to start a process. */
const PATIENCE = 60_000

interface Watched {
  play: Play
  /** Settles once the state is as asked for, or finished. */
  until: (asked: (state: PlayState) => boolean) => Promise<PlayState>
}

/** A story second lasts 5 ms, unless a test wants to see the middle of a play. */
function start(name: string, file: string, speed = 200): Watched {
  let look: () => void = () => undefined
  const exercise = exerciseNamed(course, name)
  const play = startPlay(root, exercise, { speed, file, onChange: () => look() })
  const until: Watched['until'] = (asked) =>
    new Promise((resolve) => {
      look = () => {
        if (asked(play.state) || isFinished(play.state)) resolve(play.state)
      }
      look()
    })
  return { play, until }
}

async function played(name: string, file: string): Promise<PlayState> {
  const { play, until } = start(name, file)
  const state = await until(isFinished)
  await play.stop()
  return state
}

/** A file with these lines as an answer to Hello world. */
function answer(name: string, ...lines: string[]): string {
  const file = join(folder, `${name}.ts`)
  writeFileSync(file, ['type Print = (line: string) => void', ...lines, ''].join('\n'))
  return file
}

const outputOf = ({ printed }: PlayState): string[] =>
  printed.map(({ text, at }) => `${text} @${at / 1_000}`)

const spansOf = ({ spans }: PlayState): string[] =>
  spans.map(({ label, start, end, how }) => `${label}: ${start}-${end ?? ''} ${how ?? 'open'}`)

const solutionOf = (name: string): string => exerciseNamed(course, name).solution

test(
  'a right answer says what the README promises, when it promises it',
  { timeout: PATIENCE },
  async () => {
    const hello = await played('1.1', solutionOf('1.1'))

    expect(hello).toMatchObject({
      phase: 'over',
      title: '1.1 Hello world',
      ended: 1_000,
      at: 1_000,
    })
    expect(outputOf(hello)).toEqual(['Hello @0', 'World @1'])
    expect(spansOf(hello)).toEqual(['program: 0-1000 resolved', 'wait 1: 0-1000 resolved'])
  },
)

test('waits one after another', { timeout: PATIENCE }, async () => {
  const orders = await played('chained-handlers', solutionOf('1.3'))

  expect(outputOf(orders)).toEqual(['order 1 done @1', 'order 3 done @4', 'order 5 done @9'])
  expect(spansOf(orders).slice(1)).toEqual([
    'wait 1: 0-1000 resolved',
    'wait 3: 1000-4000 resolved',
    'wait 5: 4000-9000 resolved',
  ])
})

test(
  'a missing await: the program is at its end, and its waits run on',
  { timeout: PATIENCE },
  async () => {
    const orders = await played(
      '1.3',
      'test/01-the-post/03-chained-handlers/mistakes/missing-await.ts',
    )

    expect(orders).toMatchObject({ phase: 'over', ended: 0, at: 5_000 })
    expect(outputOf(orders)).toEqual(['order 1 done @0', 'order 3 done @0', 'order 5 done @0'])
  },
)

test(
  'an endless interval is stopped a minute after the end of the story',
  { timeout: PATIENCE },
  async () => {
    const file = answer(
      'interval',
      'export async function main(print: Print) { setInterval(() => print("!"), 30_000) }',
    )
    const state = await played('1.1', file)

    expect(state).toMatchObject({ phase: 'over', ended: 0, at: 61_000 })
    expect(spansOf(state).slice(1)).toEqual([
      'wait 30: 0-30000 resolved',
      'wait 30: 30000-60000 resolved',
      'wait 30: 60000- open',
    ])
  },
)

test.each([
  [
    'test/hostile/endless-loop.ts',
    'An endless loop: for three whole seconds the code at test/hostile/endless-loop.ts:4',
  ],
  ['test/hostile/endless-timers.ts', 'at second 61 the program was still running'],
  ['test/hostile/never-settles.ts', 'at second 0 nothing was left that could wake it'],
  [
    'test/hostile/throws-in-a-timer.ts',
    'Your code threw Error: pan on fire, at throws-in-a-timer.ts:5.',
  ],
  [
    'test/hostile/rejects-after-the-test.ts',
    'Your code threw Error: too late, at rejects-after-the-test.ts:5.',
  ],
  ['test/hostile/process-exit.ts', 'with process.exit at test/hostile/process-exit.ts:'],
  ['test/hostile/patches-promise.ts', 'The code replaces Promise'],
  ['test/hostile/missing.ts', 'test/hostile/missing.ts is missing.'],
])('%s ends with one sentence', { timeout: PATIENCE }, async (file, words) => {
  const state = await played('1.1', file)

  expect(state.phase).toBe('failed')
  expect(state.problem).toContain(words)
})

test('a file with a syntax error is not run', { timeout: PATIENCE }, async () => {
  const { problem } = await played('1.1', answer('broken', 'export const main = ('))

  expect(problem).toMatch(/broken\.ts has a syntax error on line \d: .*Mend that line/)
})

test('of a stack that is printed only the own frames are told', { timeout: PATIENCE }, async () => {
  const file = answer(
    'prints-a-stack',
    'export async function main(print: Print): Promise<void> {',
    "  console.log({ oops: new Error('burnt') })",
    '  print("done")',
    '}',
  )

  expect(outputOf(await played('hello-world', file)).map((line) => line.trim())).toEqual([
    '{ @0',
    'oops: Error: burnt @0',
    `at main (${file}:3:23) @0`,
    '} @0',
    'done @0',
  ])
})

test('a throw tells how it ended, and what was printed before', { timeout: PATIENCE }, async () => {
  const file = answer(
    'throws',
    'export async function main(print: Print) {',
    '  print("Hello")',
    '  await new Promise((go) => setTimeout(go, 2_000))',
    '  throw new Error("the sign fell down\\nand broke")',
    '}',
  )
  const state = await played('1.1', file)

  expect(outputOf(state)).toEqual(['Hello @0'])
  expect(state).toMatchObject({
    phase: 'failed',
    at: 2_000,
    problem:
      'The program ended at second 2 with an error that nobody caught: ' +
      'Error: the sign fell down',
  })
})

/** The process as an answer tells it with the first line that it prints. */
const PID = 'console.log(String(process.pid))'

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test.each([
  ['waits', 'setInterval(() => undefined, 1_000)'],
  ['spins', 'for (;;);'],
])(
  'stopped while it %s, it leaves no process and changes no more',
  { timeout: PATIENCE },
  async (name, does) => {
    const file = answer(name, `export async function main(_print: Print) { ${PID}; ${does} }`)
    const { play, until } = start('1.1', file, 1)
    const { printed } = await until((state) => state.printed.length > 0)
    await play.stop()

    expect(isAlive(Number(printed[0]?.text))).toBe(false)
    expect(play.state.phase).toBe('running')
    expect(play.now()).toBe(play.now())
  },
)

test('stopped while it is being prepared, it never begins', { timeout: PATIENCE }, async () => {
  const { play } = start('1.1', solutionOf('1.1'))
  await play.stop()
  await play.stop()

  expect(play.state.phase).toBe('preparing')
  expect(play.now()).toBe(0)
})

test('a lesson without a program is one sentence', () => {
  const nowhere = { ...exerciseNamed(course, '1.1'), path: '01-the-post/99-nowhere' }
  const { state } = startPlay(root, nowhere, { speed: 1, onChange: () => undefined })

  expect(state).toMatchObject({
    phase: 'failed',
    problem: 'exercises/01-the-post/99-nowhere/README.md is missing: there is nothing to play.',
  })
})
