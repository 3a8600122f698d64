import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { LearnersClone } from '../testing/learners-clone.ts'
import { root } from '../testing/root.ts'
import { SPOILERS } from '../testing/spoilers.ts'

const clone = new LearnersClone()
// Enough of the course to have both, those who spoil and those who suffer.
const CHAPTERS = ['01-the-post', '02-many-customers', '03-errors', '04-cancellation']
beforeAll(() => clone.make(root, CHAPTERS))
afterAll(() => clone.remove())

interface Judged {
  exercise: string
  solved: boolean
}

/** Solves the course, spoils as many answers as there are spoilers, `step` exercises apart, and judges. */
function judgedWhenSpoilt(first: number): { spoilt: string[]; verdicts: Judged[] } {
  const slugs = clone.course.map(({ slug }) => slug)
  for (const slug of slugs) clone.solve(slug)
  const spoilt = Object.values(SPOILERS).map((lines, index) => {
    const slug = slugs[(first + index) % slugs.length] ?? ''
    clone.save(slug, `${clone.solutionOf(slug)}\n${lines}\n`)
    return slug
  })
  return { spoilt, verdicts: judgeAll() }
}

function judgeAll(): Judged[] {
  const args = [join('bin', 'kata.cjs'), 'judge', '--all', '--json']
  try {
    const options = { cwd: clone.root, encoding: 'utf8', maxBuffer: 1e8 } as const
    return JSON.parse(execFileSync(process.execPath, args, options)) as Judged[]
  } catch (error) {
    // Not everything is solved: 1.
    return JSON.parse((error as { stdout: string }).stdout) as Judged[]
  }
}

test('there are at least twelve spoilers', () => {
  expect(Object.keys(SPOILERS).length).toBeGreaterThanOrEqual(12)
})

// Twice, with places exchanged: who was spoilt is right the next time, and the other way round.
test.each([0, 10])(
  'none changes the verdict on another file (from place %i)',
  { timeout: 90_000 },
  (first) => {
    const { spoilt, verdicts } = judgedWhenSpoilt(first)

    expect(verdicts).toHaveLength(clone.course.length)
    const innocent = verdicts.filter(({ exercise }) => !spoilt.includes(exercise))
    expect(innocent.length).toBeGreaterThanOrEqual(6)
    expect(innocent.filter(({ solved }) => !solved)).toEqual([])
  },
)
