import { afterEach, expect, test } from 'vitest'

import { restoreIntrinsics } from './intrinsics.ts'

/** The very functions, to see that they are back. */
const { map } = Array.prototype
const { setTimeout: timeout, Promise: RealPromise, Date: StoryDate } = globalThis
const { log } = console

const fake = (() => undefined) as never

afterEach(() => void restoreIntrinsics())

test('finds nothing to mend where nothing was replaced', () => {
  expect(restoreIntrinsics()).toBeUndefined()
})

test.each<[string, () => void, () => boolean]>([
  ['Promise', () => (globalThis.Promise = fake), () => Promise === RealPromise],
  ['setTimeout', () => (globalThis.setTimeout = fake), () => setTimeout === timeout],
  ['Date', () => (globalThis.Date = fake), () => Date === StoryDate],
  ['console.log', () => (console.log = () => undefined), () => console.log === log],
  [
    'Array.prototype.map',
    () => {
      Object.assign(Array.prototype, { map: fake })
    },
    () => Array.prototype.map === map,
  ],
  [
    'Promise.prototype.then',
    () => {
      delete (Promise.prototype as { then?: unknown }).then
    },
    () => typeof Promise.prototype.then === 'function',
  ],
  [
    'RegExp.prototype.exec',
    () => {
      RegExp.prototype.exec = fake
    },
    () => /a/.exec('a') !== null,
  ],
  [
    'AbortController.prototype.abort',
    () => {
      AbortController.prototype.abort = fake
    },
    () => {
      const controller = new AbortController()
      controller.abort()
      return controller.signal.aborted
    },
  ],
  [
    'ArrayIterator.prototype.next',
    () => {
      Object.assign(Object.getPrototypeOf([][Symbol.iterator]()) as object, { next: fake })
    },
    () => [...[1, 2]].length === 2,
  ],
  [
    'Array.prototype.last',
    () => void Object.defineProperty(Array.prototype, 'last', { value: 1, configurable: true }),
    () => !('last' in []),
  ],
])('%s is put back, and named', (name, replace, isBack) => {
  replace()

  const named = restoreIntrinsics()

  expect(isBack()).toBe(true)
  expect(named).toBe(name)
})

test('a variable of ones own on the global object harms nobody', () => {
  Object.defineProperty(globalThis, 'menu', { value: 1, configurable: true })

  expect(restoreIntrinsics()).toBeUndefined()
})
