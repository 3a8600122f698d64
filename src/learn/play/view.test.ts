import picocolors from 'picocolors'
import stringWidth from 'string-width'
import { expect, test } from 'vitest'

import type { Settled, Span } from '../../timeline/span.ts'
import { notBegun, type PlayState } from '../../run/play/state.ts'
import { playLines } from './view.ts'

const plain = picocolors.createColors(false)
const begun = notBegun({ title: '1.3 Chained handlers', speed: 1, real: false, promised: 9_000 })
const running: PlayState = { ...begun, phase: 'running' }

/** Instants in seconds. */
const span = (label: string, start: number, end?: number, how: Settled = 'resolved'): Span => ({
  label,
  kind: label === 'program' ? 'call' : 'wait',
  start: start * 1_000,
  end: end === undefined ? undefined : end * 1_000,
  how: end === undefined ? undefined : how,
})

const line = (text: string, second: number) => ({ text, at: second * 1_000 })

const frame = (play: PlayState, second: number, columns = 80, rows = 24): string =>
  playLines(play, second * 1_000, { columns, rows }, plain).join('\n')

const drawn = (...lines: string[]): string => lines.join('\n')

const missingAwait: PlayState = {
  ...running,
  spans: [span('program', 0, 0), span('wait 1', 0, 1), span('wait 3', 0), span('wait 5', 0)],
  printed: [line('order 1 done', 0), line('order 3 done', 0), line('order 5 done', 0)],
  ended: 0,
  at: 1_000,
}

test('before it begins', () => {
  expect(frame(begun, 0)).toBe(drawn('Play 1.3 Chained handlers · real pace', 'preparing …'))
})

test('in the middle, bars have no end yet', () => {
  const spans = [span('program', 0), span('wait 1', 0, 1), span('wait 3', 1)]
  const play = { ...running, spans, printed: [line('order 1 done', 1)], at: 1_000 }

  expect(frame(play, 2.4)).toBe(
    drawn(
      'Play 1.3 Chained handlers · real pace',
      'second 2',
      '',
      '         0    5',
      'program  ===',
      'wait 1   >',
      'wait 3   .==',
      '',
      'order 1 done @1',
    ),
  )
})

test('at its end, nothing was left', () => {
  const spans = [span('program', 0, 1.5), span('wait 1.5', 0, 1.5), span('wait 9', 0, 1, 'aborted')]
  const over = { ...running, phase: 'over' as const, spans, ended: 1_500, at: 1_500 }

  expect(frame({ ...over, speed: 10 }, 1.5)).toBe(
    drawn(
      'Play 1.3 Chained handlers · 10 times as fast',
      'second 1',
      '',
      '          0    5',
      'program   =>',
      'wait 1.5  =>',
      'wait 9    !',
      '',
      'The program reached its end at second 1.5, and nothing was left running.',
    ),
  )
})

test('a missing await: the program is over, and its timers run on', () => {
  expect(frame(missingAwait, 2)).toBe(
    drawn(
      'Play 1.3 Chained handlers · real pace',
      'second 2',
      '',
      '         0    5',
      'program  |',
      'wait 1   >',
      'wait 3   ===',
      'wait 5   ===',
      '',
      'order 1 done @0',
      'order 3 done @0',
      'order 5 done @0',
      '',
      'The program reached its end at second 0; 2 waits still run.',
    ),
  )
})

test.each([
  [[span('wait 5', 0, 5)], 5, '; after that, 1 wait ran until second 5.'],
  [[span('wait 3', 0, 3), span('wait 5', 0, 5)], 5, '; after that, 2 waits ran until second 5.'],
  [[span('wait 99', 0)], 69, '; 1 wait was still running at second 69, when the play was stopped.'],
])('what was left is said afterwards (%#)', (waits, second, words) => {
  const spans = [span('program', 0, 0), ...waits]
  const over = { ...running, phase: 'over' as const, spans, ended: 0, at: second * 1_000 }

  expect(frame(over, second, 120)).toContain(`The program reached its end at second 0${words}`)
})

test('a failure is told below what was seen of it; what was open has no end', () => {
  const spans = [span('program', 0), span('wait 1', 0, 1), span('wait 4', 0)]
  const problem =
    'An endless loop: for a whole second the code never let anybody else have a turn.\nEnd it.'
  const failed = { ...running, phase: 'failed' as const, spans, problem, at: 1_000 }

  expect(frame(failed, 1, 50)).toBe(
    drawn(
      'Play 1.3 Chained handlers · real pace',
      'second 1',
      '',
      '         0    5',
      'program  ~',
      'wait 1   >',
      'wait 4   ~',
      '',
      'An endless loop: for a whole second the code never',
      'let anybody else have a turn.',
      'End it.',
    ),
  )
})

test('the real clock is named', () => {
  expect(frame({ ...begun, real: true }, 0)).toContain(
    'Play 1.3 Chained handlers · on the real clock',
  )
})

test('a small terminal shows the newest waits and the newest lines', () => {
  expect(frame(missingAwait, 2, 34, 8)).toBe(
    drawn(
      'Play 1.3 Chained handlers · real …',
      'second 2',
      'program  |',
      '(2 earlier waits)',
      'wait 5   ===',
      'order 5 done @0',
      'The program reached its end at',
      'second 0; 2 waits still run.',
    ),
  )
})

test('long output scrolls; long and hostile lines are tamed, and keep their second', () => {
  const printed = Array.from({ length: 100 }, (_, index) =>
    line(`\u001B[2J\tline ${index} ${'道'.repeat(40)}`, index / 10),
  )
  const lines = frame({ ...missingAwait, printed }, 10, 40).split('\n')

  expect(lines).toHaveLength(24)
  expect(lines.filter((one) => one.includes('line 99'))).toEqual([
    expect.stringMatching(/^ {4}line 99 道+… @9\.9$/),
  ])
  expect(lines.join('')).not.toContain('\u001B')
})

test.each([1, 2, 3, 5, 8, 13, 21, 40, 200])(
  'it fits where there are %i columns and rows',
  (size) => {
    const spans = [
      ...missingAwait.spans,
      ...Array.from({ length: 30 }, (_, at) => span('wait 99', at)),
    ]
    const lines = playLines(
      { ...missingAwait, spans },
      90_000,
      { columns: size, rows: size },
      plain,
    )

    expect(lines.length).toBeLessThanOrEqual(size)
    expect(Math.max(...lines.map((one) => stringWidth(one)))).toBeLessThanOrEqual(size)
  },
)

test('colours add to the signs, and replace none', () => {
  const colored = playLines(
    missingAwait,
    2_000,
    { columns: 80, rows: 24 },
    picocolors.createColors(true),
  )

  // eslint-disable-next-line no-control-regex -- what picocolors writes
  expect(colored.join('\n').replace(/\u001B\[\d+m/g, '')).toBe(frame(missingAwait, 2))
  expect(colored.join('\n')).toContain('\u001B[36m===')
})
