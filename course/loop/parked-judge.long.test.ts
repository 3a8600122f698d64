import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'

import { exerciseNamed, type Exercise } from '../catalog.ts'
import { Clone } from './clone.ts'
import { ParkedJudge } from './parked-judge.ts'

const clone = new Clone()
let judge: ParkedJudge
let hello: Exercise

beforeAll(() => clone.make({ chapters: ['01-the-post'] }))
afterAll(() => clone.remove())
beforeEach(() => {
  judge = new ParkedJudge(clone.root)
  hello = exerciseNamed(clone.course, 'hello-world')
})
afterEach(() => judge.close())

const LONG = { timeout: 60_000 }

const saveHostile = (name: string) =>
  clone.save('hello-world', clone.read(`test/hostile/${name}.ts`))

test('tells that all is right in virtual time before the wall clock is asked', LONG, async () => {
  clone.solve('hello-world')
  const states: string[][] = []

  const verdict = await judge.judge(hello, ({ tests }) =>
    states.push(tests.map((one) => one.state)),
  )

  expect(states).toEqual([['passed', 'passed', 'passed', 'pending']])
  expect(verdict).toMatchObject({ solved: true, errors: [] })
})

test('says nothing of virtual time when that is red', LONG, async () => {
  await clone.tidyUp()
  let told = false

  const verdict = await judge.judge(hello, () => (told = true))

  expect(verdict?.solved).toBe(false)
  expect(told).toBe(false)
})

test('reads the file when it is asked, however early it was prepared', LONG, async () => {
  await judge.prepare(hello)
  clone.save('hello-world', '')
  expect((await judge.judge(hello))?.tests[0]?.messages[0]).toContain('hello-world.ts is empty')

  await judge.prepare(hello)
  clone.solve('hello-world')
  expect((await judge.judge(hello))?.solved).toBe(true)
})

test(
  'of several calls at once the last is answered, and on the file as it is then',
  LONG,
  async () => {
    clone.save('hello-world', '')
    const early = [judge.judge(hello), judge.judge(hello)]
    clone.solve('hello-world')
    const last = judge.judge(hello)

    expect(await Promise.all(early)).toEqual([undefined, undefined])
    expect((await last)?.solved).toBe(true)
  },
)

test('an endless loop does not keep the next answer waiting', LONG, async () => {
  saveHostile('endless-loop')
  const spinning = judge.judge(hello)
  // By now it spins; a whole second later it would be ended anyway.
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  clone.solve('hello-world')

  expect((await judge.judge(hello))?.solved).toBe(true)
  expect(await spinning).toBeUndefined()
})

test(
  'an answer that takes its process along is told so, and the next is judged',
  LONG,
  async () => {
    saveHostile('process-abort')
    expect((await judge.judge(hello))?.errors).toEqual([
      expect.stringContaining('ends the process in which it runs'),
    ])

    clone.solve('hello-world')
    expect((await judge.judge(hello))?.solved).toBe(true)
  },
)

test('another exercise can be asked for at any time', LONG, async () => {
  clone.solve('chained-handlers')
  await judge.prepare(hello)

  const verdict = await judge.judge(exerciseNamed(clone.course, 'chained-handlers'))

  expect(verdict).toMatchObject({ solved: true, file: clone.stubOf('chained-handlers') })
})

test('leaves no process behind, closed at any time', LONG, async () => {
  void judge.prepare(hello)
  await judge.close()

  expect(clone.processes()).toEqual([])
})
