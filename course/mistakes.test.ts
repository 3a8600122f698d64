import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'

import { acceptedOf, mistakesOf, readCourse } from './catalog.ts'
import { headerOf, onOneLine } from './mistake-header.ts'
import { judge } from './judging.ts'
import type { Verdict } from './run.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const course = readCourse(root)
const all = course.flatMap((exercise) =>
  [...mistakesOf(root, exercise), ...acceptedOf(root, exercise)].map((file) => ({
    file,
    exercise,
  })),
)
let verdicts: Map<string, Verdict>

beforeAll(async () => {
  const judged = await judge(root, all)
  verdicts = new Map(judged.map((verdict) => [verdict.file, verdict]))
}, 300_000)

/** Errors that are no assertion: the tests have not judged the answer, they have given up on it. */
const GAVE_UP = /Test timed out|was not loaded|could not be loaded|syntax error|exports no/

describe.each(course.map((exercise) => [`${exercise.number} ${exercise.slug}`, exercise] as const))(
  '%s',
  (_title, exercise) => {
    test('has at least three mistakes and one accepted answer', () => {
      expect(mistakesOf(root, exercise).length).toBeGreaterThanOrEqual(3)
      expect(acceptedOf(root, exercise).length).toBeGreaterThanOrEqual(1)
    })

    test.each(mistakesOf(root, exercise))('%s is caught, and its failure says why', (file) => {
      const { belief, says } = headerOf(file, readFileSync(join(root, file), 'utf8'))
      const { tests = [], errors = [] } = verdicts.get(file) ?? {}
      const said = onOneLine(tests.flatMap((one) => one.messages).join(' '))

      expect(errors).toEqual([])
      expect(belief).toMatch(/\.$/)
      expect(tests.some((one) => one.state === 'failed')).toBe(true)
      expect(said).not.toMatch(GAVE_UP)
      for (const words of says) expect(said).toContain(words)
    })

    test.each(acceptedOf(root, exercise))('%s is accepted', (file) => {
      const { tests = [], errors = [] } = verdicts.get(file) ?? {}

      expect(errors).toEqual([])
      expect(tests.filter((one) => one.state !== 'passed')).toEqual([])
      expect(tests.length).toBeGreaterThan(0)
    })
  },
)
