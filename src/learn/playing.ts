import type { Exercise } from '../course/catalog.ts'
import { isFinished } from '../run/play/state.ts'
import type { Page } from './session.ts'

/** A play on a page of the loop; `onFrame` is given the page as it is now, again and again. */
export class Playing {
  readonly #root: string
  readonly #onFrame: (page: Page) => void
  #stopLatest: (() => Promise<void>) | undefined
  /** Counts what was asked for: a play that was stopped before it was loaded does not begin. */
  #turn = 0

  constructor(root: string, onFrame: (page: Page) => void) {
    this.#root = root
    this.#onFrame = onFrame
  }

  async start(exercise: Exercise): Promise<void> {
    const stopped = this.stop()
    const turn = this.#turn
    await stopped
    // Loaded when it is asked for: nobody has to wait for it before.
    const { drawPlay } = await import('./play/live-play.ts')
    if (turn !== this.#turn) return
    this.#stopLatest = drawPlay(this.#root, exercise, 1, (play) => {
      if (turn !== this.#turn) return
      this.#onFrame({ kind: 'play', play: play.state, now: play.now() })
      // What stands there now is left as it is: another page may take its place.
      if (isFinished(play.state)) void this.stop()
    })
  }

  async stop(): Promise<void> {
    this.#turn += 1
    const stop = this.#stopLatest
    this.#stopLatest = undefined
    await stop?.()
  }
}
