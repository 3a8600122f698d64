import { expect, test } from 'vitest'

import { readCourse } from '../course/catalog.ts'
import { root } from '../testing/root.ts'
import { TypeService } from './type-service.ts'

const service = new TypeService(root)
const { stub = '', solution = '' } = readCourse(root)[0] ?? {}

test('nothing is said of a stub, or of a right answer', () => {
  expect(service.objectionsTo(stub)).toEqual([])
  expect(service.objectionsTo(solution)).toEqual([])
})

test('each objection has its line, in their order', () => {
  const text = "export const a: number = 'one'\n\nexport const b = a.toFixd(\n"

  expect(service.objectionsTo(stub, text)).toMatchObject([
    { line: 1, message: expect.stringContaining("'string'") as string },
    { line: 3, message: expect.stringContaining('toFixd') as string },
    { line: 4, message: expect.stringContaining('expected') as string },
  ])
  expect(service.objectionsTo(stub, 'export const a = 1\n')).toEqual([])
})
