import { beforeAll, expect, test } from 'vitest'

import { checkSnippets, type SnippetReport } from '../snippets.ts'
import { expectSaid, fence, HELLO, pages, type Case } from '../../testing/lessons.ts'
import { root } from '../../testing/root.ts'

const SLEEP = `const sleep = (ms: number) => new Promise((go) => setTimeout(go, ms))`

const TYPESCRIPT: Case[] = [
  ['right', [fence('ts', ...HELLO), fence('text', 'Hello @0', 'World @1')], undefined],
  [
    'wrong output',
    [fence('ts', ...HELLO), fence('text', 'Hello @0', 'Word @1')],
    '12: The ts fence on line 5 prints "World @1" here, and not "Word @1".',
  ],
  [
    'wrong second',
    [fence('ts', ...HELLO), fence('text', 'Hello @1', 'World @1')],
    '11: The ts fence on line 5 prints "Hello @0" here, and not "Hello @1".',
  ],
  [
    'too little',
    [fence('ts', ...HELLO), fence('text', 'Hello @0', 'World @1', '! @1')],
    '13: The ts fence on line 5 prints no line "! @1": it ends before.',
  ],
  [
    'too much',
    [fence('ts', ...HELLO), fence('text', 'Hello @0')],
    '12: The ts fence on line 5 prints one more line here: "World @1".',
  ],
  [
    'a timer that outlives the last line',
    [fence('ts', `setTimeout(() => console.log('late'), 90_000)`), fence('text', 'late @90')],
    undefined,
  ],
  [
    'ticks after promise jobs, as in a module',
    [
      fence(
        'ts',
        `process.nextTick(() => console.log('tick'))`,
        `void Promise.resolve().then(() => console.log('job'))`,
      ),
      fence('text', 'job @0', 'tick @0'),
    ],
    undefined,
  ],
  [
    'an exception',
    [fence('ts', SLEEP, 'await sleep(500)', `throw new Error('oops')`), fence('text', 'x @1')],
    '8: The ts fence throws Error: oops.',
  ],
  [
    'an error that nobody could catch',
    [
      fence('ts', 'setTimeout(() => {', `  throw new Error('oops')`, '}, 1)'),
      fence('text', 'x @1'),
    ],
    '7: The ts fence throws Error: oops.',
  ],
  [
    'a rejection that nobody handles',
    [fence('ts', `void Promise.reject(new Error('oops'))`), fence('text', 'x')],
    '6: The ts fence throws Error: oops.',
  ],
  [
    'an endless interval',
    [fence('ts', 'setInterval(() => undefined, 1_000)'), fence('text', 'x @1')],
    '5: The ts fence does not come to its end. A whole day of the story has gone by',
  ],
  [
    'a promise that never settles',
    [fence('ts', 'await new Promise(() => undefined)'), fence('text', 'x @1')],
    '5: The ts fence does not come to its end. program never ended: at second 0 nothing was left that could wake it',
  ],
  [
    'a type error',
    [fence('ts', ...HELLO, 'await main(3)'), fence('text', 'Hello @0', 'World @1')],
    '8: The ts fence does not pass the type check: Argument of type',
  ],
  [
    'a syntax error',
    [fence('ts', 'const x = (', 'console.log(x)'), fence('text', 'x @1')],
    `7: The ts fence does not pass the type check: ')' expected.`,
  ],
  [
    'a missing text fence',
    [fence('ts', ...HELLO)],
    '5: The ts fence has no output: put a text fence with what it prints behind it.',
  ],
  [
    'the real clock',
    [fence('ts', SLEEP, 'await sleep(20)', `console.log('late')`), fence('text', 'later')],
    '12: The ts fence on line 5 prints "late" here, and not "later".',
  ],
  [
    'a type error where nothing is run',
    [fence('ts', ...HELLO), fence('text', 'Hello @0', 'World @1'), '## Hints', fence('ts', 'x')],
    `17: The ts fence does not pass the type check: Cannot find name 'x'.`,
  ],
]

let report: SnippetReport
beforeAll(async () => {
  report = await checkSnippets(root, pages(TYPESCRIPT, 'ts'))
}, 60_000)

test.each(TYPESCRIPT.map(([kind, , said], index) => [kind, index, said] as const))(
  '%s',
  (_kind, index, said) => expectSaid(report, `exercises/ts/${index}.md`, said),
)

test('each problem is told once, and what is not run is not counted', () => {
  const wrong = TYPESCRIPT.filter(([, , said]) => said !== undefined)

  expect(report.problems).toHaveLength(wrong.length)
  expect(report.ran).toBe(TYPESCRIPT.length - 3)
})
