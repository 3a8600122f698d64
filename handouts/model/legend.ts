import type { Settled, Span } from '../../src/timeline/span.ts'
import { paragraph, plain, type Block } from './blocks.ts'

const span = (label: string, start: number, end: number | undefined, how?: Settled): Span => ({
  label,
  kind: 'job',
  start: start * 1_000,
  end: end === undefined ? undefined : end * 1_000,
  how,
})

/** A recording in which everything occurs that a picture can show. */
const SPANS: readonly Span[] = [
  span('resolved', 0, 16, 'resolved'),
  span('rejected', 2, 12, 'rejected'),
  span('aborted', 4, 14, 'aborted'),
  span('never settles', 6, undefined),
  span('an instant', 8, 8, 'resolved'),
]

export const LEGEND_WORDS = [
  'The timelines in this booklet were drawn from recordings: the tests of each exercise ran on the reference solution, and this is what happened. When your answer is right, it gives the same picture.',
  'Time runs from left to right, in seconds of the story. A bar begins where something begins and ends where it ends. A solid bar resolved. One that ends in a cross was rejected with an error. A hatched one was aborted. A dashed frame, open at its end, never settles. What takes no time is a stroke.',
  'In the terminal the same picture is text, one column a second: “.” not started yet, “=” in flight; the last column says how it ended: “>” resolved, “x” rejected, “!” aborted, “~” never. “|” takes no time.',
] as const

/** How to read a timeline, with an example of every ending. */
export const LEGEND: Block[] = [
  ...LEGEND_WORDS.map((words) => paragraph(plain(words))),
  {
    type: 'picture',
    text: '',
    line: 1,
    title: 'one row for each way of ending',
    spans: SPANS,
    frame: SPANS,
  },
]
