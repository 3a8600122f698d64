import type { Exercise } from '../course/catalog.ts'
import type { Play } from '../run/play/stage.ts'
import type { Page } from './session.ts'

/** Frames in a real second. */
const FRAMES = 10

/** A play on a page of the loop; `onFrame` is given the page as it is now, again and again. */
export class Playing {
  readonly #root: string
  readonly #onFrame: (page: Page) => void
  #play: Play | undefined
  #frames: NodeJS.Timeout | undefined
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
    const { startPlay } = await import('../run/play/stage.ts')
    if (turn !== this.#turn) return
    this.#play = startPlay(this.#root, exercise, { speed: 1, onChange: () => this.#draw() })
    this.#frames = setInterval(() => this.#draw(), 1_000 / FRAMES)
    this.#draw()
  }

  async stop(): Promise<void> {
    this.#turn += 1
    clearInterval(this.#frames)
    const play = this.#play
    this.#play = undefined
    await play?.stop()
  }

  #draw(): void {
    const play = this.#play
    if (play) this.#onFrame({ kind: 'play', play: play.state, now: play.now() })
  }
}
