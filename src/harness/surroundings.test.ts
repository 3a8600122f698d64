import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'

import { tidySurroundings } from './surroundings.ts'

test('what a file has changed around it is put back before the next one', () => {
  const cwd = process.cwd()
  const path = process.env.PATH
  tidySurroundings()
  Object.assign(globalThis, { servedSoFar: 3 })
  process.env.KITCHEN = 'closed'
  process.env.PATH = '/nowhere'
  delete process.env.HOME
  process.chdir(tmpdir())

  tidySurroundings()

  expect('servedSoFar' in globalThis).toBe(false)
  expect(process.env).toMatchObject({ PATH: path })
  expect('KITCHEN' in process.env).toBe(false)
  expect('HOME' in process.env).toBe(true)
  expect(process.cwd()).toBe(cwd)
})
