import { beforeAll, test } from 'vitest'

import { checkSnippets, type SnippetReport } from '../snippets.ts'
import { expectSaid, fence, pages, PYTHON, type Case } from '../../testing/lessons.ts'
import { findPython } from './python.ts'
import { root } from '../../testing/root.ts'

const python = findPython()
const NEEDS_PYTHON = 'there is no Python 3.11 here; npm run check needs one'

const IN_PYTHON: Case[] = [
  [
    'right, after the run too',
    [
      fence('python', ...PYTHON('await asyncio.sleep(1.5)', 'print("hi")'), 'print("bye")'),
      fence('text', 'hi @1.5', 'bye @1.5'),
    ],
    undefined,
  ],
  [
    'wrong output',
    [fence('python', 'print(1)'), fence('text', '2 @0')],
    '10: The python fence on line 5 prints "1 @0" here, and not "2 @0".',
  ],
  [
    'wrong second',
    [fence('python', ...PYTHON('await asyncio.sleep(1)', 'print(1)')), fence('text', '1 @2')],
    '14: The python fence on line 5 prints "1 @1" here, and not "1 @2".',
  ],
  [
    'a coroutine that nobody awaits, which is only a warning',
    [fence('python', ...PYTHON('asyncio.sleep(1)', 'print(1)')), fence('text', '1 @0')],
    undefined,
  ],
  [
    'an exception',
    [fence('python', ...PYTHON('await asyncio.sleep(1)', '1 / 0')), fence('text', '1 @0')],
    '9: The python fence raises ZeroDivisionError: division by zero.',
  ],
  [
    'an endless loop',
    [fence('python', ...PYTHON('while True:', '    pass')), fence('text', '1 @0')],
    'The python fence never ends: it was still running after 2 real seconds.',
  ],
  [
    'a loop that sleeps for ever',
    [
      fence('python', ...PYTHON('while True:', '    await asyncio.sleep(60)')),
      fence('text', '1 @0'),
    ],
    '10: The python fence never ends: a whole day of the story has gone by.',
  ],
  [
    'a future that never settles',
    [fence('python', ...PYTHON('await asyncio.Future()')), fence('text', '1 @0')],
    '9: The python fence never settles: at second 0 nothing was left that could wake it',
  ],
  [
    'the end of the process',
    [fence('python', 'import os', 'os._exit(3)'), fence('text', '1 @0')],
    '5: The python fence ended the whole Python process',
  ],
  [
    'code that does not compile, where nothing is run',
    ['## Hints', fence('python', 'print(1', 'x = 2')],
    `The python fence raises SyntaxError: '(' was never closed.`,
  ],
  [
    'the real clock',
    [fence('python', ...PYTHON('await asyncio.sleep(0.01)', 'print(1)')), fence('text', '1')],
    undefined,
  ],
  [
    'a missing text fence',
    [fence('python', 'print(1)'), fence('python', 'print(2)'), fence('text', '2 @0')],
    '5: The python fence has no output: put a text fence with what it prints behind it.',
  ],
]

let report: SnippetReport
beforeAll(async () => {
  if (!python) return
  report = await checkSnippets(root, pages(IN_PYTHON, 'python'), { python, patience: 2 })
}, 60_000)

test.for(IN_PYTHON.map(([kind, , said], index) => [kind, index, said] as const))(
  '%s',
  ([, index, said], { skip }) => {
    skip(!python, NEEDS_PYTHON)
    expectSaid(report, `exercises/python/${index}.md`, said)
  },
)
