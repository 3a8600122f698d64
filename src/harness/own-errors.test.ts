import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'

import { ownError, ownErrorsIn, ownErrorSentence } from './own-errors.ts'
import { setCurrentSubmission } from './submission-file.ts'

const root = mkdtempSync(join(tmpdir(), 'async-kata-own-errors-')).replaceAll('\\', '/')
afterAll(() => rmSync(root, { recursive: true }))

const answer = `${root}/answer.ts`
const theTest = `${root}/test/the.test.ts`

beforeEach(() => {
  setCurrentSubmission({ file: 'answer.ts', module: answer, root, test: theTest, exports: {} })
})
afterEach(() => setCurrentSubmission(undefined))

/** An error as the engine would have thrown it, at the beginning of `code` on line 2 of an answer. */
function thrownAt<E extends Error>(error: E, code: string, ...outer: string[]): E {
  writeFileSync(answer, `// the first line\n  ${code}\n`)
  const frames = [`${answer}:2:3`, ...outer]
  error.stack = [String(error), ...frames.map((place) => `    at go (${place})`)].join('\n')
  return error
}

/** An error whose frames are these, innermost first. */
function withFrames<E extends Error>(error: E, ...frames: string[]): E {
  error.stack = [String(error), ...frames.map((place) => `    at ${place}`)].join('\n')
  return error
}

test.each([
  ['the engine', new TypeError('oven.on is not a function'), 'oven.on()', true],
  ['a refused argument', new TypeError('undefined is not iterable'), 'new AggregateError()', true],
  ['the answer on purpose', new TypeError('no such dish'), "new TypeError('no such dish')", false],
  ['the answer, of its own kind', new AggregateError([]), 'new AggregateError(errors)', false],
  ['the answer without new', new RangeError('too much'), "RangeError('too much')", false],
])('an error of %s is told with its line', (_whose, error, code, tripped) => {
  expect(ownError(thrownAt(error, code, `${theTest}:9:5`))).toMatchObject({
    at: { file: 'answer.ts', line: 2 },
    tripped,
    handedOver: false,
  })
})

test('an error that a test has made is nobody’s, even if the answer was on the way', () => {
  const error = withFrames(new Error('burnt'), `${theTest}:4:7`, `${answer}:2:3`)

  expect(ownError(error)).toBeUndefined()
})

test('a job that trips over what it was handed is told as such', () => {
  const error = withFrames(new TypeError('signal.on is not…'), `${theTest}:4:7`, `${answer}:2:3`)

  const own = ownError(error)

  expect(own).toMatchObject({ at: { file: 'answer.ts', line: 2 }, handedOver: true })
  expect(own && ownErrorSentence(own)).toContain('A function that the tests gave you threw')
})

test.each([
  ['an abort', new DOMException('left', 'AbortError')],
  ['a timeout', new DOMException('late', 'TimeoutError')],
  ['a text', 'burnt'],
  ['undefined', undefined],
])('%s is no error of anybody', (_name, reason) => {
  if (reason instanceof Error) thrownAt(reason, 'signal.throwIfAborted()')

  expect(ownError(reason)).toBeUndefined()
})

test('an error is found in whatever the answer has packed it', () => {
  const error = thrownAt(new ReferenceError('dihs is not defined'), 'dihs')

  for (const packed of [
    error,
    [error],
    { ok: [], failed: [error] },
    new AggregateError([new Error('burnt'), error]),
    new Error('sorry', { cause: error }),
  ]) {
    expect(ownErrorsIn(packed).map((own) => own.error)).toContain(error)
  }
})

test.each([
  ['this[#door].open is not a function', 'this.#door.open is not a function'],
  ['(0 , __vite_ssr_import_0__.once) is not a function', 'once is not a function'],
  ['__vite_ssr_import_12__.timers.wait is not a function', 'timers.wait is not a function'],
])('%s is told as it was written', (said, written) => {
  const own = ownError(thrownAt(new TypeError(said), 'anything()'))

  expect(own && ownErrorSentence(own)).toBe(
    `Your code threw TypeError: ${written}, at answer.ts:2.`,
  )
})
