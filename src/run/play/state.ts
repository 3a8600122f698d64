import type { Span } from '../../timeline/span.ts'

/** A line that the program printed, and the instant at which it did. */
export interface PrintedLine {
  readonly text: string
  /** Story milliseconds. */
  readonly at: number
}

/** What a play has come to; every change makes a new one. Instants are story milliseconds. */
export interface PlayState {
  /** `over`: nothing is left that could run; `failed`: `problem` says why it went no further. */
  readonly phase: 'preparing' | 'running' | 'over' | 'failed'
  /** The title of the lesson: `1.3 Chained handlers`. */
  readonly title: string
  /** Story seconds that go by in a real one. */
  readonly speed: number
  /** The program needs the real clock; its speed is 1. */
  readonly real: boolean
  /** When the last line is printed, as the README tells it. */
  readonly promised: number
  /** The program itself, and then its waits, in the order in which they began. */
  readonly spans: readonly Span[]
  readonly printed: readonly PrintedLine[]
  /** When the program reached its end; undefined while it has not. */
  readonly ended: number | undefined
  /** The instant of the last thing that happened. */
  readonly at: number
  /** What went wrong, as a sentence for the learner. */
  readonly problem: string | undefined
}

/** What happens in a play, as the process that runs it tells it. Instants are story milliseconds. */
export type PlayEvent =
  | { readonly kind: 'begun'; readonly at: number }
  /** A span began or ended; `index` is its place among all spans. */
  | { readonly kind: 'span'; readonly at: number; readonly index: number; readonly span: Span }
  | { readonly kind: 'printed'; readonly at: number; readonly text: string }
  | { readonly kind: 'ended'; readonly at: number }
  | { readonly kind: 'over'; readonly at: number }
  | { readonly kind: 'failed'; readonly at: number; readonly problem: string }

/** A play that has not begun. */
export const notBegun = (
  lesson: Pick<PlayState, 'title' | 'speed' | 'real' | 'promised'>,
): PlayState => ({
  ...lesson,
  phase: 'preparing',
  spans: [],
  printed: [],
  ended: undefined,
  at: 0,
  problem: undefined,
})

/** Whether nothing more can happen. */
export const isFinished = ({ phase }: Pick<PlayState, 'phase'>): boolean =>
  phase === 'over' || phase === 'failed'

/** The play after one more thing has happened; after its end nothing changes any more. */
export function after(state: PlayState, event: PlayEvent): PlayState {
  if (isFinished(state)) return state
  return { ...state, at: Math.max(state.at, event.at), ...changes(state, event) }
}

function changes(state: PlayState, event: PlayEvent): Partial<PlayState> {
  switch (event.kind) {
    case 'begun':
      return { phase: 'running' }
    case 'span':
      return { spans: withSpan(state.spans, event.index, event.span) }
    case 'printed':
      return { printed: [...state.printed, { text: event.text, at: event.at }] }
    case 'ended':
      return { ended: event.at }
    case 'over':
      return { phase: 'over' }
    case 'failed':
      return { phase: 'failed', problem: event.problem }
  }
}

function withSpan(spans: readonly Span[], index: number, span: Span): Span[] {
  const copy = [...spans]
  copy[index] = span
  return copy
}
