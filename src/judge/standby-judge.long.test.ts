import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'

import { exerciseNamed, type Exercise } from '../course/catalog.ts'
import type { Verdict } from './verdict.ts'
import { LearnersClone } from '../testing/learners-clone.ts'
import { root } from '../testing/root.ts'
import { StandbyJudge } from './standby-judge.ts'

const clone = new LearnersClone()
let judge: StandbyJudge
let hello: Exercise

beforeAll(() => clone.make(root, ['01-the-post']))
afterAll(() => clone.remove())
beforeEach(async () => {
  await clone.tidyUp()
  judge = new StandbyJudge(clone.root)
  hello = exerciseNamed(clone.course, 'hello-world')
})
afterEach(() => judge.close())

const LONG = { timeout: 60_000 }

/** Judges what the file holds now. */
const judged = (exercise: Exercise, onVirtual?: (verdict: Verdict) => void) =>
  judge.judge(exercise, clone.read(exercise.stub), onVirtual)

const saveHostile = (name: string) =>
  clone.save('hello-world', clone.read(`test/hostile/${name}.ts`))

test('tells that all is right in virtual time before the wall clock is asked', LONG, async () => {
  clone.solve('hello-world')
  const states: string[][] = []

  const verdict = await judged(hello, ({ tests }) => states.push(tests.map((one) => one.state)))

  expect(states).toEqual([['passed', 'passed', 'passed', 'pending']])
  expect(verdict).toMatchObject({ solved: true, errors: [] })
})

test('says nothing of virtual time when that is red', LONG, async () => {
  let told = false

  const verdict = await judged(hello, () => (told = true))

  expect(verdict?.solved).toBe(false)
  expect(told).toBe(false)
})

test('judges the text it is given, whatever the file holds meanwhile', LONG, async () => {
  const right = clone.solutionOf('hello-world')
  await judge.prepare(hello)
  clone.save('hello-world', '')
  expect((await judge.judge(hello, right))?.solved).toBe(true)

  await judge.prepare(hello)
  clone.save('hello-world', right)
  const verdict = await judge.judge(hello, '')
  expect(verdict?.tests[0]?.failure?.sentence).toContain('hello-world.ts is empty')
})

test('looks at the file itself when nobody could read it', LONG, async () => {
  rmSync(clone.path(hello.stub))

  const verdict = await judge.judge(hello, undefined)

  expect(verdict?.tests[0]?.failure?.sentence).toContain('hello-world.ts is missing')
})

test('reads what the answer imports anew each time', LONG, async () => {
  const helper = clone.path(hello.stub.replace('hello-world.ts', 'words.ts'))
  const [first, second] = ["'Hello'", "'Goodbye'"].map((word) => `export const word = ${word}\n`)
  const answer = `import { word } from './words.ts'\n${clone
    .solutionOf('hello-world')
    .replace("'Hello'", 'word')}`

  onTestFinished(() => rmSync(helper))
  writeFileSync(helper, String(second))
  expect((await judge.judge(hello, answer))?.solved).toBe(false)

  writeFileSync(helper, String(first))
  expect((await judge.judge(hello, answer))?.solved).toBe(true)
})

test('a file beside that the answer imports is named, wherever it lies', LONG, async () => {
  const lib = clone.path('lib/words.ts')
  mkdirSync(dirname(lib), { recursive: true })
  writeFileSync(lib, "export const word = 'Hello'\n")
  const words = "import { word } from '../../../lib/words.ts'\n"
  const answer = words + clone.solutionOf('hello-world').replace("'Hello'", 'word')

  const verdict = await judge.judge(hello, answer)

  expect(verdict).toMatchObject({ solved: true, modules: ['lib/words.ts'] })
})

test('judges by the tests as they are on disk, and not as they were', LONG, async () => {
  const source = clone.read(hello.test)
  onTestFinished(() => writeFileSync(clone.path(hello.test), source))
  clone.solve('hello-world')
  await judge.prepare(hello)
  expect((await judged(hello))?.tests[0]?.title).not.toBe('another title')

  writeFileSync(clone.path(hello.test), source.replace(/test\('.*?'/, "test('another title'"))
  await new Promise((resolve) => setTimeout(resolve, 500))

  expect((await judged(hello))?.tests[0]?.title).toBe('another title')
})

test('an annotation that says something else is no word of virtual time', LONG, async () => {
  const source = clone.read(hello.test)
  onTestFinished(() => writeFileSync(clone.path(hello.test), source))
  writeFileSync(
    clone.path(hello.test),
    source
      .replace(
        'async ({ timeline }) => {',
        "async ({ timeline, annotate }) => {\n  await annotate('look')",
      )
      .replace(/^onTheWallClock[^]*?^\)$/m, ''),
  )
  clone.solve('hello-world')
  let told = 0

  const verdict = await judged(hello, () => (told += 1))

  expect(verdict?.solved).toBe(true)
  expect(told).toBe(0)
})

test(
  'of several calls at once the last is answered, and on the file as it is then',
  LONG,
  async () => {
    clone.save('hello-world', '')
    const early = [judged(hello), judged(hello)]
    clone.solve('hello-world')
    const last = judged(hello)

    expect(await Promise.all(early)).toEqual([undefined, undefined])
    expect((await last)?.solved).toBe(true)
  },
)

test('an endless loop does not keep the next answer waiting', LONG, async () => {
  saveHostile('endless-loop')
  const spinning = judged(hello)
  // By now it spins; a whole second later it would be ended anyway.
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  clone.solve('hello-world')

  expect((await judged(hello))?.solved).toBe(true)
  expect(await spinning).toBeUndefined()
})

test(
  'an answer that takes its process along is told so, and the next is judged',
  LONG,
  async () => {
    saveHostile('process-abort')
    expect((await judged(hello))?.errors).toMatchObject([
      { kind: 'exit', sentence: expect.stringContaining('ends the process in which') as string },
    ])

    clone.solve('hello-world')
    expect((await judged(hello))?.solved).toBe(true)
  },
)

test('another exercise can be asked for at any time', LONG, async () => {
  clone.solve('chained-handlers')
  await judge.prepare(hello)

  const verdict = await judged(exerciseNamed(clone.course, 'chained-handlers'))

  expect(verdict).toMatchObject({ solved: true, file: clone.stubOf('chained-handlers') })
})

test('leaves no process behind, closed at any time', LONG, async () => {
  void judge.prepare(hello)
  await judge.close()

  expect(clone.processes()).toEqual([])
})
