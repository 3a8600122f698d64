import { describe, expect, test } from 'vitest'

import { compare } from './compare.ts'
import { textOf } from '../harness/failure.ts'
import { rowsOf, tidy } from './picture.ts'
import type { Span } from './span.ts'

/** A recording drawn as a picture; the first row is the exercise's own call. */
function recording(picture: string): { spans: Span[] } {
  const spans = rowsOf(picture).map(({ span }, index): Span => {
    return index === 0 && span.kind !== 'wait' ? { ...span, kind: 'call' } : span
  })
  return { spans }
}

/** What is printed when a recording is not what the picture shows. */
const messageOf = (...[recorded, picture, words]: Parameters<typeof compare>): string => {
  const { failure } = compare(recorded, picture, words)
  return failure ? textOf(failure) : ''
}

const IN_TURN = `
  main    ===>
  wait 1  >
  wait 3  .==>
`

test('a right recording has no message', () => {
  expect(compare(recording(IN_TURN), IN_TURN)).toMatchObject({ failure: undefined })
})

test('a failure says what, shows both pictures, and names the likely cause', () => {
  const message = messageOf(
    recording(`
      main    |
      wait 1  >
      wait 3  ==>
    `),
    IN_TURN,
  )

  expect(message).toBe(
    tidy(`
      main ended at second 0 while two waits were still running.
      ~
      expected  0
        main    ===>
        wait 1  >
        wait 3  .==>
      ~
      yours     0
        main    |
        wait 1  >
        wait 3  ==>
      ~
      Likely cause: the waits were started, but main did not wait for any of them.
    `).replaceAll('~\n', '\n'),
  )
})

test('no line is wider than 80 columns, however long the labels are', () => {
  const message = messageOf(
    recording(`
      the call with a long name   |
      a job with a longer name    ${'='.repeat(90)}>
    `),
    `
      the call with a long name   ===>
      a job with a longer name    ===>
    `,
    { sentence: 'A sentence that goes on and on, '.repeat(6) },
  )

  expect(Math.max(...message.split('\n').map((line) => line.length))).toBeLessThanOrEqual(86)
})

test("the test's own words come first", () => {
  const message = messageOf(recording('main  |'), 'main  =>', {
    sentence: 'The guest is still waiting.',
  })

  expect(message.split('\n')[0]).toBe('The guest is still waiting.')
})

describe('the likely cause', () => {
  test.each([
    [
      'all at once',
      'main  ==>\na  ==>\nb  ==>',
      'main  =====>\na  ==>\nb  ...==>',
      'some ran at the same time',
    ],
    [
      'in turn',
      'main  =====>\na  ==>\nb  ...==>',
      'main  ==>\na  ==>\nb  ==>',
      'as an await inside a loop makes it',
    ],
    [
      'too many',
      'main  ==>\na  ==>\nb  ==>\nc  ==>',
      'main  =====>\na  ==>\nb  ==>\nc  ...==>',
      'three ran at the same time, and only two may be',
    ],
    [
      'one job',
      'main  |\na  ==>',
      'main  ==>\na  ==>',
      'the job was started, but main did not wait for it',
    ],
    [
      'too long',
      'main  =====>\na  ==>',
      'main  ==>\na  ==>',
      'the work was done at second 3, and main waited on',
    ],
  ])('%s', (_name, yours, expected, words) => {
    expect(messageOf(recording(yours), expected).replaceAll('\n', ' ')).toContain(words)
  })

  test('sees what was started after an abort', () => {
    const { spans } = recording('cook  ===>\nprep  ==>\nplate  ...>')
    const leaves: Span = { label: 'leaves', kind: 'mark', start: 1_000, end: 1_000, how: 'aborted' }
    const message = messageOf({ spans: [...spans, leaves] }, 'cook  x\nprep  !\nleaves  .|')

    expect(message).toContain('plate started after the abort')
  })

  test('sees a wait that the picture does not show', () => {
    const { spans } = recording('main  |\nwait 2  =>')

    expect(messageOf({ spans }, 'main  =>')).toContain('one wait was still running')
    expect(messageOf({ spans }, 'main  =>')).toContain(
      'a timer was set, but main did not wait for it.',
    )
  })

  test('is not named where nothing fits', () => {
    const message = messageOf(recording('main  .>\nbell  .|'), 'main  >\nbell  |')

    expect(message).not.toContain('Likely cause')
  })
})

describe('what differs, in one sentence', () => {
  test.each([
    ['main  ==>\nbell  .|', 'main  ==>\nbell  ..|', 'bell came at second 1 instead of 2.'],
    ['main  ==>\na  .=>', 'main  ==>\na  ==>', 'a started at second 1 instead of 0.'],
    ['main  ===>', 'main  ==>', 'main resolved at second 4 instead of 3.'],
    ['main  ==x', 'main  ==>', 'main rejected where it should have resolved.'],
    ['main  ==>\na  =!', 'main  ==>\na  ==>', 'a was aborted at second 2 instead of 3.'],
    ['main  ==>\na  =>', 'main  ==>\na  =!', 'a resolved where it should have been aborted.'],
    ['main  ==>\na  >\na  >', 'main  ==>\na  >', 'a ran at second 0, once too often.'],
    ['main  ==~', 'main  ==>', 'main never ended.'],
    ['main  ==>', 'main  ==>\nbell  |', 'bell never came.'],
    ['main  ==>', 'main  ==>\na  =>', 'a never started.'],
  ])('%j', (yours, expected, sentence) => {
    expect(messageOf(recording(yours), expected)).toContain(sentence)
  })
})

test('waits are shown only where the picture has rows for them', () => {
  const { spans } = recording('main  ==>\nwait 1  >\nwait 2  .=>')

  expect(messageOf({ spans }, 'main  ==>')).toBe('')
  expect(messageOf({ spans }, 'main  ==>\nwait 3  ==>')).toBe('')
  expect(messageOf({ spans }, 'main  ==>\nwait 2  .=>')).not.toBe('')
})
