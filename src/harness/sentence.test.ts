import { expect, test } from 'vitest'

import { describe as inOneLine } from './sentence.ts'

const megabyte = 'x'.repeat(1_000_000)

const hostile = Object.defineProperty(new Error(''), 'name', {
  get() {
    throw new Error('none')
  },
})

test.each([
  ['an error', new RangeError('too much'), 'RangeError: too much'],
  ['its first line', new Error('one\ntwo'), 'Error: one'],
  ['a huge message', new Error(megabyte), `Error: ${'x'.repeat(293)}…`],
  ['a huge name', Object.assign(new Error('m'), { name: megabyte }), `${'x'.repeat(300)}…`],
  ['a text', 'burnt\nblack', 'burnt black'],
  ['colours and a bell', new Error('\x1b[31mred\x1b[0m\x07'), 'Error: red'],
  ['an object', { dish: 'pie' }, "{ dish: 'pie' }"],
  ['a hostile name', hostile, 'something that cannot be shown'],
])('%s is told on one line, as far as it can be read', (_what, error, words) => {
  expect(inOneLine(error)).toBe(words)
})

test('an error inside something is told without its stack', () => {
  expect(inOneLine({ reason: new Error('burnt') })).toBe('{ reason: Error: burnt }')
  expect(inOneLine(Array.from({ length: 100_000 }, () => megabyte)).length).toBe(301)
})
