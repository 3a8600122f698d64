import { expect, test } from 'vitest'

import { diffRowsOf } from './diff-rows.ts'

const rows = async (yours: string, reference: string) =>
  (await diffRowsOf(yours, reference)).map((pair) => [pair.yours, pair.reference, pair.same])

test('what replaces lines stands beside them', async () => {
  expect(await rows('a\nb\nc\n', 'a\nx\ny\nc\n')).toEqual([
    ['a', 'a', true],
    ['b', 'x', false],
    [undefined, 'y', false],
    ['c', 'c', true],
  ])
})

test('what only one of them has stands alone', async () => {
  expect(await rows('a\nb', 'b')).toEqual([
    ['a', undefined, false],
    ['b', 'b', true],
  ])
  expect(await rows('a', 'a\nb\nc')).toEqual([
    ['a', 'a', true],
    [undefined, 'b', false],
    [undefined, 'c', false],
  ])
})

test('nothing of the reference is lost, its comments included', async () => {
  expect(await rows('f()\nc', '// why\nx\n// and\ny\n\nc')).toEqual([
    [undefined, '// why', true],
    ['f()', 'x', false],
    [undefined, '// and', true],
    [undefined, 'y', false],
    [undefined, '', true],
    ['c', 'c', true],
  ])
})

const REFERENCE = `\
import { once } from 'node:events'

/** Waits. */
export async function main(list: number[]) {
  // It is awaited.
  await wait(1_000, [...list])
}
`

test.each([
  ['line ends', (text: string) => text.replaceAll('\n', '\r\n')],
  ['comments', (text: string) => text.replace(/\/\*.*\*\/\n/, '').replace(/ *\/\/.*\n/, '')],
  ['a comment behind a line', (text: string) => text.replace('list])', 'list]) // so there')],
  ['separators in numbers', (text: string) => text.replace('1_000', '1000')],
  ['quotes', (text: string) => text.replaceAll("'", '"')],
  [
    'semicolons',
    (text: string) => text.replace("events'", "events';").replace('list])', 'list]);'),
  ],
  ['white space', (text: string) => text.replaceAll('  ', '\t').replaceAll(', ', ' ,\n ')],
  ['trailing commas', (text: string) => text.replace('list]', 'list,],')],
])('%s make no difference', async (_what, change) => {
  const yours = change(REFERENCE)

  expect(yours).not.toBe(REFERENCE)
  expect((await diffRowsOf(yours, REFERENCE)).filter(({ same }) => !same)).toEqual([])
})

test('an await, a name and a text make a difference', async () => {
  for (const [one, other] of [
    ['await wait', 'wait'],
    ['main', 'serve'],
    ['node:events', 'events'],
    ['1_000', '100'],
  ] as const) {
    const changed = await diffRowsOf(REFERENCE.replace(one, other), REFERENCE)

    expect(changed.filter(({ same }) => !same)).toHaveLength(1)
  }
})

test('whatever size an answer has, it is compared in rows that can be drawn', async () => {
  const shown = await diffRowsOf(`// ${'x'.repeat(1e6)}\n${'let a\n'.repeat(1e5)}`, REFERENCE)

  expect(shown.length).toBeLessThan(500)
  expect(Math.max(...shown.map(({ yours = '' }) => yours.length))).toBe(300)
})
