import { beforeAll, describe, expect, test } from 'vitest'

import { runTests } from '../judge/runner.ts'
import type { TestVerdict } from '../judge/verdict.ts'
import { textOf } from './failure.ts'
import { root } from '../testing/root.ts'

let verdicts: TestVerdict[]

beforeAll(async () => {
  const [verdict] = await runTests(root, ['src/testing/fixtures/left-behind.fixture.ts'])
  verdicts = verdict?.tests ?? []
}, 30_000)

/** What the test of that name said, on one line. */
function messageOf(title: string): string {
  const verdict = verdicts.find((one) => one.title === title)
  expect(verdict, title).toBeDefined()
  return verdict?.failure ? textOf(verdict.failure).replaceAll('\n', ' ') : ''
}

describe('a test fails for what its submission leaves behind', () => {
  test.each([
    ['a floating promise', 'A timer of 3 seconds, set at second 0, was still running'],
    ['a leftover timer', 'A timer of 5 seconds, set at second 0, was still running'],
    ['a leftover interval', 'An interval of 2 seconds, set at second 0, was still running'],
    ['an unhandled rejection', 'A promise was rejected and nobody was listening: Error: burnt'],
    ['a rejection that is handled too late', 'nobody was listening: Error: burnt'],
    ['a throw in a timer callback', 'thrown in a timer callback, where nobody can catch it'],
    ['a throw in a timer callback that nobody survives', 'Error: pan on fire'],
    ['a throw in setImmediate', 'thrown in an immediate, where nobody can catch it'],
    ['a throw in queueMicrotask', 'thrown in a callback, where nobody can catch it'],
    ['a throw in nextTick', 'thrown in a callback, where nobody can catch it'],
    ['a leaked abort listener', 'An abort listener was left on the signal "guest leaves"'],
    ['a promise that never settles', 'call never ended: at second 2'],
    ['a busy loop', 'a busy loop'],
    ['a busy loop that catches everything', 'a busy loop'],
    ['an endless interval', 'goes on for ever'],
    // On a busy machine its patience ends before the story's day does.
    ['an endless chain of immediates', /goes on for ever|a chain of callbacks never ends/],
  ])('%s', (title, words) => {
    expect(messageOf(title)).toMatch(words)
  })

  test('with nothing but the sentence', () => {
    const failed = verdicts.filter((verdict) => verdict.state === 'failed')

    expect(
      failed.filter(({ failure }) => !failure || 'pictures' in failure || 'cause' in failure),
    ).toEqual([])
  })
})

test('the neighbours of a faulty test stay green', () => {
  const innocent = verdicts.filter((verdict) => verdict.title.startsWith('innocent'))

  expect(innocent).toHaveLength(15)
  expect(innocent.filter((verdict) => verdict.state !== 'passed')).toEqual([])
})

test('a promise that never settles is named, with what is still open', () => {
  expect(messageOf('a promise that never settles')).toContain('Still open: call (since second 0).')
})

test('after a failed assertion leftovers stay quiet', () => {
  expect(messageOf('a failed assertion keeps leftovers quiet')).toBe('5000, where it should be -1.')
})

test('there is no false alarm', () => {
  const quiet = verdicts.filter((verdict) => verdict.title.startsWith('no false alarm'))

  expect(quiet).toHaveLength(12)
  expect(quiet.filter((verdict) => verdict.state !== 'passed')).toEqual([])
})
