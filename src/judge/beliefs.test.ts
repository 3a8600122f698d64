import { describe, expect, test } from 'vitest'

import { testThat, verdict } from '../testing/sessions.ts'
import { beliefsOf, judgedAs, type Known, type KnownMistake } from './beliefs.ts'

const FIRST = testThat('failed', 'first', 'main ended at second 0')
const FAILS = verdict(FIRST, testThat('passed', 'second'))

const known = (belief: string, said = FAILS, source = ''): KnownMistake => ({
  belief,
  ...judgedAs(said, source),
})

/** What is told to whoever has written `source`, of whom the tests say `said`. */
const told = (said: typeof FAILS, source: string, mistakes: KnownMistake[], more = {}) =>
  beliefsOf(judgedAs(said, source), { mistakes, ...more } satisfies Known)

test('a belief speaks when the first red test says the same, and only then', () => {
  const other = verdict(testThat('failed', 'first', 'something else'))

  expect(told(FAILS, '', [known('a'), known('b', other)])).toEqual(['a'])
  expect(told(other, '', [known('a')])).toEqual([])
  expect(told(verdict(testThat('passed', 'first')), '', [known('a')])).toEqual([])
})

test('how long a test took, and the line that a failure names, tell nothing', () => {
  const spins = (file: string, line: number) => ({
    ...verdict({
      ...testThat('failed', 'first', {
        kind: 'endless',
        sentence: `the code at ${file}:${line} never let go`,
        at: { file, line },
      }),
      ms: line,
    }),
    file,
  })

  expect(told(spins('exercises/b.ts', 12), '', [known('a', spins('a.ts', 3))])).toEqual(['a'])
})

test('of what could not be judged nothing is believed', () => {
  const ends = { ...FAILS, errors: [{ kind: 'exit' as const, sentence: 'It ends the process.' }] }

  expect(told(ends, '', [known('a', ends)])).toEqual([])
})

describe('of several that fail alike', () => {
  test('the one speaks that is written alike', () => {
    const mistakes = [known('a', FAILS, 'f(wait())'), known('b', FAILS, 'wait()')]

    expect(told(FAILS, '// mine\nwait( )', mistakes)).toEqual(['b'])
  })

  test('or the one that fails alike in the other tests as well', () => {
    const both = verdict(FIRST, testThat('failed', 'second', 'and this'))
    const mistakes = [known('a', FAILS, 'f(1)'), known('b', both, 'f(1)')]

    expect(told(both, 'f(2)', mistakes)).toEqual(['b'])
  })

  test('all speak that share as much', () => {
    const mistakes = [known('a', FAILS, 'f(1)'), known('b', FAILS, 'g(2)')]

    expect(told(FAILS, 'h(3)', mistakes)).toEqual(['a', 'b'])
  })
})

test('whoever tries other means, more or fewer, has another belief', () => {
  const mistakes = [known('a', FAILS, 'await new Promise((resolve) => setTimeout(resolve(), 1))')]

  expect(told(FAILS, 'await new Promise((go) => setTimeout(go(), 9))', mistakes)).toEqual(['a'])
  expect(told(FAILS, "print('Hello')", mistakes)).toEqual([])
  expect(
    told(FAILS, 'await new Promise((go) => setTimeout(go(), 9)).then(print)', mistakes),
  ).toEqual([])
})

test.each([
  ['a variable that is called like it', 'const all = [1]; f(all)', 'const one = [1]; f(one)'],
  ['a type', 'const a = f<Promise<void>>(1)', 'const a = f(1)'],
])('%s is no means', (_what, mine, theirs) => {
  expect(told(FAILS, mine, [known('a', FAILS, theirs)])).toEqual(['a'])
})

test('means are compared function by function', () => {
  const source = (one: string, other: string) =>
    `function one() { ${one} }\nfunction other() { ${other} }`
  const mistake = known('a', FAILS, source('f.then(g)', 'f()'))

  expect(told(FAILS, source('f.then(h)', 'f()'), [mistake])).toEqual(['a'])
  expect(told(FAILS, source('f()', 'f.then(h)'), [mistake])).toEqual([])
})

test('who fails otherwise later on has to have written much the same', () => {
  const both = verdict(FIRST, testThat('failed', 'second', 'and this'))
  const mistakes = [known('a', FAILS, 'for (const one of all) { await one; print(one) }')]

  expect(told(both, 'for (const it of all) { await it; print(it, 1) }', mistakes)).toEqual(['a'])
  expect(told(both, 'if (all) { while (true) { print(1); await all } }', mistakes)).toEqual([])
})

describe('a function that is still the stub’s', () => {
  const source = (one: string, other: string) =>
    `export function one() { ${one} }\nexport function other() { ${other} }`
  const ofOne = (state: 'failed' | 'passed', words = 'nothing yet') =>
    testThat(state, 'one', state === 'failed' ? words : '')
  const ofOther = (words: string) => testThat('failed', 'other', words)
  const stub = judgedAs(verdict(ofOne('failed'), ofOther('nothing yet')), source('return 0', ''))
  const solution = judgedAs(verdict(), source('return 1', 'return 2'))
  const mistake = known(
    'a',
    verdict(ofOne('passed'), ofOther('too late')),
    source('return 1', 'f()'),
  )

  test('is left out of account', () => {
    const mine = verdict(ofOne('failed'), ofOther('too late'))

    expect(told(mine, source('return 0', 'g()'), [mistake], { stub, solution })).toEqual(['a'])
    expect(told(mine, source('return 0', 'g()'), [mistake])).toEqual([])
  })

  test('counts where nothing else was done', () => {
    const mine = verdict(ofOne('failed'), ofOther('nothing yet'))
    const same = known('a', mine, source('return 0', ''))

    expect(told(mine, source('return 0', ''), [same], { stub, solution })).toEqual(['a'])
  })

  test('counts where it is right as it is', () => {
    const mine = verdict(ofOne('failed'), ofOther('too late'))
    const same = known('b', mine, source('return 0', 'f()'))

    expect(
      told(mine, source('return 0', 'g()'), [same], {
        stub,
        solution: judgedAs(verdict(), source('return 0', 'return 2')),
      }),
    ).toEqual(['b'])
  })
})
