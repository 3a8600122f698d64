import { expect, test } from 'vitest'

import { findPython, type Python } from './snippets/python.ts'

test('a Python that is missing, or too old, is none', () => {
  const saying = (version: string): Python => [process.execPath, '-p', `"${version}"`, '--']

  expect(findPython([['no-such-python'], saying('2 7'), saying('3 10')])).toBeUndefined()
  expect(findPython([saying('3 10'), saying('3 11')])).toEqual(saying('3 11'))
})
