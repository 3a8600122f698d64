import type { Settled, Span } from '../../timeline/span.ts'
import { secondsOf } from '../../timeline/seconds.ts'
import type { Timer } from '../../clock/timer.ts'
import type { PlayEvent } from './state.ts'

/** Lines, and characters of each, after which no more is sent: nobody can read a flood. */
const MOST_LINES = 1_000
const MOST_CHARACTERS = 500

/** Turns what happens in a play into events. The first span is the program itself. */
export class Recorder {
  readonly #now: () => number
  readonly #send: (event: PlayEvent) => void
  readonly #spans: Span[] = []
  readonly #waits = new Map<Timer, number>()
  #lines = 0

  /** `now` tells story milliseconds. */
  constructor(now: () => number, send: (event: PlayEvent) => void) {
    this.#now = now
    this.#send = send
  }

  begin(): void {
    this.#send({ kind: 'begun', at: this.#now() })
    this.#start('program', 'call')
  }

  /** The program has settled. */
  end(how: Settled): void {
    this.#end(0, how)
    if (how === 'resolved') this.#send({ kind: 'ended', at: this.#now() })
  }

  waitStarted(timer: Timer): void {
    this.#waits.set(timer, this.#start(`wait ${secondsOf(timer.delay)}`, 'wait'))
  }

  waitEnded(timer: Timer, how: Settled): void {
    const index = this.#waits.get(timer)
    if (index !== undefined) this.#end(index, how)
  }

  print(lines: readonly string[]): void {
    for (const line of lines) {
      this.#lines += 1
      if (this.#lines > MOST_LINES) return
      const text = this.#lines === MOST_LINES ? LEFT_OUT : line.slice(0, MOST_CHARACTERS)
      this.#send({ kind: 'printed', at: this.#now(), text })
    }
  }

  #start(label: string, kind: Span['kind']): number {
    const span: Span = { label, kind, start: this.#now(), end: undefined, how: undefined }
    const index = this.#spans.push(span) - 1
    this.#send({ kind: 'span', at: span.start, index, span })
    return index
  }

  #end(index: number, how: Settled): void {
    const span = this.#spans[index]
    if (!span || span.end !== undefined) return
    span.end = this.#now()
    span.how = how
    this.#send({ kind: 'span', at: span.end, index, span })
  }
}

const LEFT_OUT = '(The rest of what was printed is left out.)'
