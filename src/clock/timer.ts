/** A timer on a clock's list. Instants are story milliseconds since the clock was started. */
export interface Timer {
  readonly callback: () => void
  readonly created: number
  /** Milliseconds from its start, or restart, to its ringing. */
  readonly delay: number
  due: number
  sequence: number
  /** An interval rings again and again. */
  readonly repeats: boolean
  /** The learner's own wait; the harness's timers leave no trace in a recording. */
  readonly owner: 'submission' | 'harness'
  /** Whether Node would stay alive for it. */
  refed: boolean
  /** `AbortSignal.timeout` cannot be cleared, so leaving one behind is nobody's fault. */
  readonly clearable: boolean
  state: 'waiting' | 'fired' | 'cleared'
}

/** What a clock tells whoever records a timeline. */
export interface ClockObserver {
  waitStarted(timer: Timer): void
  waitEnded(timer: Timer, how: 'resolved' | 'aborted'): void
  threw(error: unknown, where: string): void
  /** Nothing is left that could run: no timer, no immediate, no open request. */
  idle(): void
  /** Time is about to jump, and no timer is left for which Node would stay open. */
  onlyUnrefed?(timer: Timer): void
  /** The clock gives no more time. */
  stopped(why: Error): void
}
