import type { Exercise } from '../catalog.ts'
import { startPlay, type Play } from '../play/stage.ts'
import type { Page } from './session.ts'

/** Frames in a real second. */
const FRAMES = 10

/** A play on a page of the loop; `onFrame` is given the page as it is now, again and again. */
export class Playing {
  readonly #root: string
  readonly #onFrame: (page: Page) => void
  #play: Play | undefined
  #frames: NodeJS.Timeout | undefined

  constructor(root: string, onFrame: (page: Page) => void) {
    this.#root = root
    this.#onFrame = onFrame
  }

  /** @throws Error with a sentence when the lesson has no program to play. */
  start(exercise: Exercise): void {
    this.#play = startPlay(this.#root, exercise, { speed: 1, onChange: () => this.#draw() })
    this.#frames = setInterval(() => this.#draw(), 1_000 / FRAMES)
    this.#draw()
  }

  async stop(): Promise<void> {
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
