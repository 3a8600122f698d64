import { describe, expect, test } from 'vitest'

import { beliefsOf, fingerprintOf, shapeOf, type KnownMistake } from './beliefs.ts'
import { testThat, verdict } from '../testing/sessions.ts'

const FAILS = verdict(testThat('failed', 'a title', 'main ended at second 0'))

const known = (belief: string, verdict = FAILS, source = ''): KnownMistake => ({
  belief,
  fingerprint: fingerprintOf(verdict) ?? '',
  shape: shapeOf(source),
})

describe('the fingerprint of a failure', () => {
  test('is the same for the same words and pictures, however long the tests took', () => {
    const later = verdict({ ...testThat('failed', 'a title', 'main ended at second 0'), ms: 99 })

    expect(fingerprintOf(later)).toBe(fingerprintOf(FAILS))
  })

  test('forgets the name of the file, and the line of a loop that was ended', () => {
    const spins = (file: string, line: number) => ({
      ...verdict(
        testThat('failed', 'a title', {
          kind: 'endless',
          sentence: `the code at ${file}:${line} never let go`,
          at: { file, line },
        }),
      ),
      file,
    })

    expect(fingerprintOf(spins('a.ts', 3))).toBe(fingerprintOf(spins('exercises/b.ts', 12)))
  })

  test.each([
    ['another message', verdict(testThat('failed', 'a title', 'main ended at second 1'))],
    ['another test', verdict(testThat('failed', 'another title', 'main ended at second 0'))],
    [
      'one test more that passes',
      verdict(testThat('failed', 'a title', 'main ended at second 0'), testThat('passed', 'b')),
    ],
  ])('is another one with %s', (_what, other) => {
    expect(fingerprintOf(other)).not.toBe(fingerprintOf(FAILS))
  })

  test('what is right has none, nor has what could not be judged', () => {
    expect(fingerprintOf(verdict(testThat('passed', 'a title')))).toBeUndefined()
    expect(
      fingerprintOf({ ...FAILS, errors: [{ kind: 'exit', sentence: 'It ends the process.' }] }),
    ).toBeUndefined()
  })
})

test('a belief speaks when its mistake fails alike, and only then', () => {
  const other = verdict(testThat('failed', 'a title', 'something else'))

  expect(beliefsOf(FAILS, '', [known('a'), known('b', other)])).toEqual(['a'])
  expect(beliefsOf(other, '', [known('a')])).toEqual([])
})

test('of several that fail alike, the one that is written alike speaks', () => {
  const mistakes = [known('a', FAILS, 'f(wait())'), known('b', FAILS, 'wait()')]

  expect(beliefsOf(FAILS, '// mine\nwait( )', mistakes)).toEqual(['b'])
  expect(beliefsOf(FAILS, 'void wait()', mistakes)).toEqual(['a', 'b'])
})

test('a belief about what was not even tried does not speak', () => {
  const mistakes = [known('a', FAILS, 'await new Promise((resolve) => setTimeout(resolve(), 1))')]

  expect(beliefsOf(FAILS, "print('Hello')", mistakes)).toEqual([])
  expect(beliefsOf(FAILS, 'await new Promise((go) => setTimeout(go(), 9))', mistakes)).toEqual([
    'a',
  ])
})

test('the shape of a source is its syntax: comments and white space are not part of it', () => {
  expect(shapeOf('f(1) // one')).toBe(shapeOf('/* two */ f(\n1)'))
  expect(shapeOf('f(1)')).not.toBe(shapeOf('f(2)'))
  expect(shapeOf('f(')).toBe('f(')
})
