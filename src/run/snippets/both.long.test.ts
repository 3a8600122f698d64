import { expect, test } from 'vitest'

import { expectSaid, fence, HELLO, pages, PYTHON } from '../../testing/lessons.ts'
import { root } from '../../testing/root.ts'
import { checkSnippets, pagesOf } from '../snippets.ts'
import { findPython } from './python.ts'

const python = findPython()

/** What is said of a lesson with these fences. */
const reportOn = (...fences: string[]) =>
  checkSnippets(root, pages([['', fences, undefined]], 'both'), python ? { python } : {})

const LESSON = 'exercises/both/0.md'

test('an endless loop is ended after three seconds', async () => {
  expectSaid(
    await reportOn(fence('ts', 'let n = 0', 'while (n >= 0) n += 1'), fence('text', 'x @1')),
    LESSON,
    '7: The ts fence does not come to its end. An endless loop: for three whole seconds',
  )
}, 60_000)

test('two languages that agree, and one that does not', async ({ skip }) => {
  skip(!python, 'there is no Python 3.11 here; npm run check needs one')
  const body = ['print("Hello")', 'await asyncio.sleep(1)', 'print("World")']
  const report = await reportOn(
    fence('python', ...PYTHON(...body)),
    fence('ts', ...HELLO),
    fence('text', 'Hello @0', 'World @1', '! @1'),
  )

  expectSaid(
    report,
    LESSON,
    '22: The python fence on line 5 prints no line "! @1": it ends before.\n' +
      '22: The ts fence on line 14 prints no line "! @1": it ends before.',
  )
}, 60_000)

test('the TypeScript of every lesson prints what the lesson says', async () => {
  const { problems, ran } = await checkSnippets(root, pagesOf(root))

  expect(problems).toEqual([])
  expect(ran).toBeGreaterThanOrEqual(7)
}, 60_000)
