import { expect, test, vi } from 'vitest'

import { main } from '../author/check-snippets.ts'
import { checkSnippets, pagesOf } from './snippets.ts'
import { findPython, NO_PYTHON, type Python } from './snippets/python.ts'
import { root } from '../testing/root.ts'

test('a Python that is missing, or too old, is none', () => {
  const saying = (version: string): Python => [process.execPath, '-p', `"${version}"`, '--']

  expect(findPython([['no-such-python'], saying('2 7'), saying('3 10')])).toBeUndefined()
  expect(findPython([saying('3 10'), saying('3 11')])).toEqual(saying('3 11'))
})

test('without Python the check fails, with one sentence', async () => {
  vi.stubEnv('PATH', root)
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  try {
    expect(await main(root, [])).toBe(1)
    expect(said.mock.calls).toEqual([[NO_PYTHON]])
  } finally {
    vi.unstubAllEnvs()
    said.mockRestore()
  }
})

test('the TypeScript of every lesson prints what the lesson says', async () => {
  const { problems, ran } = await checkSnippets(root, pagesOf(root))

  expect(problems).toEqual([])
  expect(ran).toBeGreaterThanOrEqual(7)
}, 60_000)
