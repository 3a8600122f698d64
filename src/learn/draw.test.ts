import width from 'string-width'
import { describe, expect, test } from 'vitest'

import type { Failure } from '../harness/failure.ts'
import {
  canvas,
  entriesThat,
  judged,
  PICTURES,
  RED,
  session,
  SOLVED,
  testThat,
  verdict,
} from '../testing/sessions.ts'
import { draw } from './draw.ts'
import type { Session } from './session.ts'
import { explanationOf, metAfter } from './terms.ts'

const at = (now: Session, columns = 80, rows = 24) =>
  draw('/kata', now, canvas(columns, rows)).lines

/** The page alone: without the frame, and without the blank lines at its end. */
const page = (now: Session, columns?: number, rows?: number) =>
  at(now, columns, rows).slice(4, -2).join('\n').trimEnd()

test('the frame says how far one is, where one is, and which keys there are', () => {
  const lines = at(session({ entries: entriesThat('solved', 'wrong', 'not started'), judged: RED }))

  expect(lines.slice(0, 4)).toEqual([
    ' ━━━━━━━━────────────────  1 of 3 solved                    Chapter 6: Together',
    ' 6.1 Limit',
    ' exercises/06-coordination/01-limit/limit.ts',
    '',
  ])
  expect(lines.at(-1)).toBe(
    ' n next  h hint  s solution  p play  l list  r reset  o open  ? help  q quit',
  )
})

test('where only the wall clock is red, one is told how to ask it again', () => {
  const clock = testThat('failed', 'holds on the wall clock, too', {
    kind: 'wall clock',
    sentence: 'limit took 9 seconds, not 5.',
  })
  const green = testThat('passed', 'runs a single job')

  expect(page(session({ judged: judged(verdict(green, clock)) }))).toBe(`\
 ✗ holds on the wall clock, too

   limit took 9 seconds, not 5.

   1 is green.
   If the machine was busy just now: save once more, and the clock is asked
   again.`)
  expect(page(session({ judged: judged(verdict(clock)) }))).not.toContain('busy')
})

test('a failure shows its title, the pictures one above the other, and the likely cause', () => {
  expect(page(session({ judged: RED }))).toBe(`\
 ✗ never more than two at the stove

   serve ended at second 0 while two jobs were still running.

   expected   0    5
     serve    =====>
     order 3  ==>

   yours      0    5
   › serve    |
     order 3  ==>

   1 more test is red, 1 is green.

   Likely cause: the jobs were started, but nobody awaited them.`)
})

test('where there is no room the pictures stand side by side', () => {
  expect(page(session({ judged: RED }), 80, 18)).toBe(`\
 ✗ never more than two at the stove

   serve ended at second 0 while two jobs were still running.

   expected   0    5    yours      0    5
     serve    =====>    › serve    |
     order 3  ==>         order 3  ==>

   1 more test is red, 1 is green.

   Likely cause: the jobs were started, but nobody awaited them.`)
})

test('where that does not help either, blank lines go first', () => {
  const rows = (text: string) =>
    text.replace('order 3', 'a rather long label').replace(/^serve {4}/, 'serve'.padEnd(21))
  const { pictures = { expected: '', yours: '', last: 0 } } = PICTURES
  const wide = {
    ...PICTURES,
    pictures: {
      ...pictures,
      margin: 21,
      expected: rows(pictures.expected),
      yours: rows(pictures.yours),
    },
  }
  const red = judged(verdict(testThat('failed', 'a title', wide)))

  expect(page(session({ judged: red }), 42, 18)).toBe(`\
 ✗ a title

   serve ended at second 0 while two jobs
   were still running.
   expected               0    5
     serve                =====>
     a rather long label  ==>
   yours                  0    5
   › serve                |
     a rather long label  ==>
   Likely cause: the jobs were started,
   but nobody awaited them.`)
})

const [ONE, TWO] = ['The jobs wait for each other.', 'A call is enough.']

test('a belief takes the place of the likely cause, and what to try stands below it', () => {
  expect(page(session({ judged: { ...RED, beliefs: [ONE] } }))).toMatch(
    /green\.\n\n {3}This is .* those who believe: “The jobs wait for each other\.”\n {3}Try this: Count who is in flight with `active`\.$/,
  )
  expect(page(session({ judged: { ...RED, beliefs: [ONE, TWO] } }))).toMatch(
    /one of these:\n {3}- “The jobs wait for each other\.”\n {3}- “A call is enough\.”\n {3}Try this/,
  )
})

test('the pictures stand as they stood when the greeting goes', () => {
  const judgedSo = { ...RED, holdsTodo: true }
  for (const rows of [24, 26, 30, 40]) {
    const [greeted, alone] = [true, false].map((greets) =>
      page(session({ judged: judgedSo, greets }), 80, rows),
    )

    expect(alone?.includes('    yours')).toBe(greeted?.includes('    yours'))
  }
})

test('a word of the field is explained in the exercise where it is met first', () => {
  const failure = { kind: 'value', sentence: 'main resolved too early.' } as const
  const judgedSo = judged(verdict(testThat('failed', 'a title', failure)))
  const met = metAfter(failure, {}, 'limit')
  const explained = 'too early.\n   “resolved” means that it came to its end: whoever awaits it'

  expect(page(session({ judged: judgedSo, met }))).toContain(explained)
  expect(metAfter(failure, met, 'mutex')).toBe(met)
  expect(page(session({ judged: judgedSo, met, slug: 'mutex' }))).not.toContain('means')
})

test('one line explains one word; the next one is explained when it comes again', () => {
  const both: Failure = { kind: 'value', sentence: 'It resolved and was not rejected.' }
  const first = metAfter(both, {}, 'limit')

  expect(first).toEqual({ resolved: 'limit' })
  expect(explanationOf(both, first, 'limit')).toContain('“resolved”')
  expect(metAfter(both, first, 'mutex')).toEqual({ resolved: 'limit', rejected: 'mutex' })
})

test('whoever has read the first hint is told of the next', () => {
  const now = session({ judged: { ...RED, beliefs: [ONE] }, hintsSeen: 1 })

  expect(page(now)).toContain('\n   Try this: press h for the next hint.')
  const unheard = draw('/kata', now, { ...canvas(80), hears: 'saves' }).lines.join('\n')
  expect(unheard).not.toContain('press h')
})

test.each([
  [80, 24],
  [80, 18],
  [60, 15],
  [120, 40],
])('at %i × %i nothing moves when a belief comes', (columns, rows) => {
  const long = `${'All of them begin at once, and '.repeat(5)}that is all.`
  const plain = judged(verdict(testThat('failed', 'a title', 'No.'), testThat('passed', 'other')))
  for (const before of [RED, plain]) {
    for (const beliefs of [[ONE], [ONE, TWO], [long], [long, long, long]]) {
      const [without, withIt] = [before, { ...before, beliefs }].map((now) =>
        at(session({ judged: now }), columns, rows),
      ) as [string[], string[]]
      const from = withIt.findIndex((line) => /This is what happens|Some believe/.test(line))
      const changed = without.flatMap((line, row) =>
        line.trim() === withIt[row]?.trim() ? [] : [row],
      )

      expect(withIt).toHaveLength(rows)
      for (const row of changed) expect([0, 1, 2, 3]).toContain(row - from)
    }
  }
})

test.each([
  ['what ends too early', 'serve    |', 'serve    =====>\norder 3  ==>', 'serve'],
  [
    'what never began',
    'serve    =====>\norder 3  (never)',
    'serve    =====>\norder 3  ==>',
    'order 3',
  ],
  ['the earlier one', 'a  ==>\nb  =>', 'a  ===>\nb  >', 'b'],
  ['what is too much', 'a  =>\nb  .>', 'a  =>', 'b'],
])('the row that differs first is marked: %s', (_what, yours, expected, label) => {
  const picture: Failure = {
    kind: 'picture',
    sentence: 'No.',
    pictures: { expected, yours, margin: 9, last: 5 },
  }
  const rows = page(
    session({ judged: judged(verdict(testThat('failed', 'a title', picture))) }),
  ).split('\n')

  expect(rows.filter((row) => row.includes('›'))).toEqual([
    expect.stringMatching(new RegExp(`^ {3}› ${label} `)),
  ])
})

test.each([80, 60, 40])('at %i columns the keys that matter most are there', (columns) => {
  const keys = at(session({ judged: RED }), columns, 15).at(-1) ?? ''

  expect(width(keys)).toBeLessThanOrEqual(columns)
  expect(keys).toMatch(/h hint.*\? help +q quit$/)
})

describe('what was printed', () => {
  const printing = (printed: string) =>
    session({ judged: judged(verdict({ ...testThat('failed', 'a title', 'No.'), printed })) })

  test('is shown below, folded when it is long', () => {
    const text = Array.from({ length: 8 }, (_, index) => `line ${index}  @${index}`).join('\n')

    expect(page(printing(text)).replace(/\n( \n)+\n/, '\n')).toBe(`\
 ✗ a title

   No.

   printed
     line 0  @0
     line 1  @1
     line 2  @2
     line 3  @3
     line 4  @4
     … and 3 more lines: press v`)
    expect(page({ ...printing(text), page: { kind: 'printed' } })).toContain('line 7  @7')
  })
})

const ENDS: Failure = { kind: 'exit', sentence: 'It ends the process.' }

test('a file that cannot be judged says why, and no test', () => {
  const broken = { ...verdict(testThat('failed', 'a title', 'limit.ts is empty.')), errors: [] }

  expect(page(session({ judged: judged(broken) }))).toBe(' ✗ a title\n\n   limit.ts is empty.')
  expect(page(session({ judged: judged({ ...verdict(), errors: [ENDS] }) }))).toBe(
    ' ✗ cannot be judged as it is\n\n   It ends the process.',
  )
})

test('where there are many tests, the first and the last are shown', () => {
  const titles = Array.from({ length: 30 }, (_, index) => testThat('passed', `title ${index + 1}`))
  const solved = page(session({ judged: judged(verdict(...titles)) }))

  expect(solved).toMatch(/✓ title 1\n(.*\n)+ +… and \d+ more\n +✓ title 30\n/)
  expect(solved).toContain('opens the next exercise')
})

test('right in the time of the story, and real time is asked', () => {
  const confirming = judged(
    verdict(testThat('passed', 'a title'), testThat('pending', 'holds on the wall clock, too')),
    { confirming: true },
  )

  expect(page(session({ judged: confirming }))).toBe(`\
 ✓ Right, in the time of the story.

   ✓ a title
   · holds on the wall clock, too

   Now once more in real time …`)
})

test('solved, with what one may do now', () => {
  expect(page(session({ judged: SOLVED }))).toBe(`\
 ✓ 6.1 Limit is solved.

   ✓ never more than two at the stove

   n opens the next exercise, s shows the reference solution beside yours,
   p plays the program at the story's pace.`)
})

test('right, and the TODO still there', () => {
  expect(page(session({ judged: { ...SOLVED, holdsTodo: true } }))).toContain(
    '✓ Right! Now delete the TODO comment.',
  )
})

test('the greeting takes five lines', () => {
  expect(
    page(session({ greets: true }))
      .split('\n')
      .slice(0, 6),
  ).toEqual([
    ' Welcome! Each exercise begins red; the pictures below tell you why.',
    ' Read  exercises/06-coordination/01-limit/README.md',
    ' Edit  exercises/06-coordination/01-limit/limit.ts',
    ' Save, and this page answers. h gives a hint, ? tells more.',
    ` ${'─'.repeat(78)}`,
    '   Judging …',
  ])
})

test('what one believed is shown with the test that showed otherwise, at the end as well', () => {
  const now = session({
    entries: entriesThat('solved', 'solved'),
    judged: SOLVED,
    believed: [
      { slug: 'mutex', belief: 'One is enough.', test: 'each of them waits' },
      { slug: 'limit', belief: 'A call waits.', test: 'never more than two at the stove' },
    ],
  })
  const shown = `\
 What you believed before, and the test that showed otherwise

   6.1 Limit
   “A call waits.”
   ✓ never more than two at the stove

   6.2 Mutex
   “One is enough.”
   ✓ each of them waits`

  expect(page({ ...now, page: { kind: 'believed' } })).toBe(
    ` Chapter 6: Together is done.\n\n${shown}`,
  )
  expect(page({ ...now, page: { kind: 'finale' } }, 80, 40)).toContain(shown)
})

test('hints: those that were asked for, wrapped anew', () => {
  expect(page(session({ page: { kind: 'hints' }, hintsSeen: 1 }))).toBe(`\
 Hint 1 of 2

   Count who is in flight with \`active\`.

 Try it now; h shows the next hint.`)
})

describe('the list', () => {
  const entries = entriesThat('solved', 'wrong', 'not started', 'not judged')
  const list = (search: string, selected = 1) =>
    session({ entries, slug: 'mutex', page: { kind: 'list', search, selected } })

  test('shows the state of each exercise, and which one is chosen', () => {
    expect(page(list(''))).toBe(`\
 Search: type to search

   Chapter 6: Together
   ✓ 6.1 Limit
 › ✗ 6.2 Mutex  not right yet
   · 6.3 Gate
   ? 6.4 Queue  being judged`)
  })

  test('keeps the chosen one in sight', () => {
    const many = entriesThat(...Array<'wrong'>(60).fill('wrong'))
    const now = session({ entries: many, page: { kind: 'list', search: '', selected: 57 } })

    expect(page(now)).toContain('› ✗ 6.58 Another-57')
  })

  test('says when nothing is found', () => {
    expect(page(list('xyz'))).toContain('Nothing is called that.')
  })
})

describe('the solution', () => {
  const rows = [
    { yours: 'same', reference: 'same', same: true },
    { yours: 'mine', reference: 'theirs', same: false },
    { yours: undefined, reference: 'more', same: false },
  ]
  const shown = session({ page: { kind: 'solution', rows } })

  test('stands below yours on a narrow screen', () => {
    expect(page(shown)).toBe(' - yours   + reference\n\n   same\n - mine\n + theirs\n + more')
  })

  test('stands beside yours on a wide one', () => {
    const rows = page(shown, 100).split('\n')

    expect(rows[0]).toMatch(/^ yours +│ reference$/)
    expect(rows[3]).toMatch(/^ mine +│ theirs$/)
    expect(rows[4]).toMatch(/^ +│ more$/)
  })

  const word = 'onion '.repeat(12).trim()
  const long = session({
    page: {
      kind: 'solution',
      rows: [
        { yours: `  ${word}`, reference: `  ${word} rings`, same: false },
        { yours: undefined, reference: 'the end', same: false },
      ],
    },
  })

  test('loses nothing of a long line, narrow', () => {
    const rows = page(long, 60).split('\n')

    expect(rows.slice(2)).toEqual([
      ` -   ${'onion '.repeat(9).trim()}`,
      '     onion onion onion',
      ` +   ${'onion '.repeat(9).trim()}`,
      '     onion onion onion rings',
      ' + the end',
    ])
  })

  test('loses nothing of a long line, wide', () => {
    const rows = page(long, 100)
      .split('\n')
      .slice(2)
      .map((row) => row.split('│').map((half) => half.trimEnd()))

    expect(rows).toEqual([
      [`   ${'onion '.repeat(7).trim()}`, `   ${'onion '.repeat(7).trim()}`],
      [`   ${'onion '.repeat(5).trim()}`, `   ${'onion '.repeat(5).trim()} rings`],
      ['', ' the end'],
    ])
  })
})

describe('on every screen, however small', () => {
  const kinds = ['verdict', 'printed', 'hints', 'help', 'finale'] as const
  const pages: Session['page'][] = [
    ...kinds.map((kind) => ({ kind })),
    { kind: 'ask', question: 'Put the file back as it was handed out?', then: 'reset' },
    { kind: 'list', search: '', selected: 2 },
    {
      kind: 'solution',
      rows: [{ yours: 'a'.repeat(200), reference: 'b'.repeat(200), same: false }],
    },
  ]

  test.each([
    [80, 24],
    [120, 40],
    [40, 12],
    [20, 5],
    [1, 1],
  ])('%i × %i: as many lines as there are rows', (columns, rows) => {
    for (const shown of pages) {
      for (const state of [RED, SOLVED, undefined]) {
        const now = session({
          judged: state,
          page: shown,
          greets: true,
          notice: 'A long notice. '.repeat(9),
        })
        const { lines } = draw('/kata', now, canvas(columns, rows))

        expect(lines.length).toBeGreaterThanOrEqual(1)
        if (rows >= 12) expect(lines).toHaveLength(rows)
      }
    }
  })

  test('no page speaks as only the field does', () => {
    for (const shown of pages) {
      for (const state of [SOLVED, { ...SOLVED, confirming: true }, undefined]) {
        const text = at(session({ judged: state, page: shown, greets: true }))
          .slice(3)
          .join(' ')

        expect(text).not.toMatch(/settle|in flight|event loop|virtual|wall clock|\bstub\b/)
      }
    }
  })

  test.each([80, 120, 64])('prose is no wider than %i columns', (columns) => {
    for (const shown of pages.slice(0, 6)) {
      const now = session({ judged: RED, page: shown, notice: 'A long notice. '.repeat(9) })
      // The path and the keys are cut by the terminal; everything else is wrapped.
      const lines = at(now, columns).slice(3, -1)

      for (const line of lines) expect(width(line)).toBeLessThanOrEqual(columns)
    }
  })
})

test('a long notice takes blank lines from the page, and not its last words', () => {
  const now = session({ judged: { ...RED, holdsTodo: true }, notice: 'A long notice. '.repeat(7) })
  const lines = at(now, 80, 21)

  expect(lines).toHaveLength(21)
  expect(lines.join('\n')).toContain('Likely cause')
  expect(lines.join('\n').match(/long notice/g)).toHaveLength(7)
})

test('a page that is too long tells how much is below, and scrolls to its end', () => {
  const now = session({ page: { kind: 'help' } })
  const drawing = draw('/kata', now, canvas(80, 12))

  expect(drawing.lines.at(-2)).toMatch(/↓ \d+ more lines$/)
  expect(drawing.lastScroll).toBeGreaterThan(0)
  const end = draw('/kata', { ...now, scroll: drawing.lastScroll }, canvas(80, 12))
  expect(end.lines.join('\n')).toContain('cut at the edge')
  expect(end.lines.at(-2)).not.toContain('more')
})

test('two pictures of six rows and a belief fit 80 × 24, one below the other', () => {
  const rows = [1, 3, 5, 7, 9].map((n) => `wait ${n}  ${'.'.repeat(n)}=>`)
  const picture = [`main    ${'='.repeat(30)}>`, ...rows].join('\n')
  const pictures = { expected: picture, yours: picture, margin: 10, last: 30 }
  const failure: Failure = { kind: 'picture', sentence: 'main ended at second 0.', pictures }
  const red = judged(verdict(testThat('failed', 'a title', failure), testThat('passed', 'other')))

  const seen = at(session({ judged: { ...red, beliefs: [ONE] } }), 80, 24)
  expect(seen.join('\n')).toMatch(/believe/)
  expect(seen.join('\n')).not.toContain('more lines')
  expect(seen.filter((line) => line.includes('wait 9'))).toHaveLength(2)
})
