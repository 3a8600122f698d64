import { expect, test } from 'vitest'

import { readCourse } from '../course/catalog.ts'
import type { Verdict } from '../judge/verdict.ts'
import { oneViolation as one } from '../testing/one-violation.ts'
import { root } from '../testing/root.ts'
import type { Span } from '../timeline/span.ts'
import { recordingsOf } from './recordings.ts'

const [exercise] = readCourse(root)
if (!exercise) throw new Error('The course has exercises.')
const course = [exercise]

const span: Span = { label: 'main', kind: 'call', start: 0, end: 3_000, how: 'resolved' }
const verdict = (state: 'passed' | 'failed'): Verdict => ({
  file: exercise.solution,
  tests: [{ title: 'waits', state, ms: 0, drawn: [{ picture: 'main  ==>', spans: [span] }] }],
  errors: [],
  solved: state === 'passed',
  notes: [],
  modules: [],
  printed: '',
})

test('what a test that passed has drawn is kept', () => {
  const { spans, violations } = recordingsOf(course, [verdict('passed')])

  expect(violations).toEqual([])
  expect(spans.get(exercise.slug)?.get('main  ==>')).toEqual([span])
})

test('a solution that fails its tests draws nothing', () => {
  const { spans, violations } = recordingsOf(course, [verdict('failed')])

  expect(spans.get(exercise.slug)?.size).toBe(0)
  expect(violations).toEqual(
    one(exercise.solution, 'The timelines of 1.1 cannot be drawn. It fails the test "waits".'),
  )
})

test('a solution that was not judged is named', () => {
  expect(recordingsOf(course, []).violations).toEqual(one(exercise.solution, 'no verdict'))
})
