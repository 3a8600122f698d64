import { url as inspectorUrl } from 'node:inspector'
import { Worker } from 'node:worker_threads'

import { currentClock } from '../clock/current-clock.ts'
import { nativeTimers } from '../clock/native-timers.ts'

/** A place in a source file; line and column count from 1. */
export interface Place {
  name: string
  url: string
  line: number
  column: number
}

/** Real milliseconds between two looks, and looks without a turn of the loop that make it a spin. */
const CHECK_EVERY = 100
const CHECKS_OF_SILENCE = 30
export const SECONDS_OF_SILENCE = (CHECK_EVERY * CHECKS_OF_SILENCE) / 1_000

/** Bytes of memory that the whole process may use while it is watched. */
const MEMORY_LIMIT = 1024 ** 3

/** What is written to the error output before a process that has used them is ended; data follow. */
export const FULL = 'async-kata memory full '

type Callback = (...args: unknown[]) => void

const KEPT = Symbol.for('async-kata.watchdog')
type Shelf = typeof globalThis & { [KEPT]: Watchdog | undefined }

/**
 * Ends endless loops, and a process that fills the memory. A loop that never lets the event loop
 * turn cannot be ended by the thread it runs in, so a second thread watches for a heartbeat, looks
 * through the inspector where the code is stuck, and ends it. What was running is lost; who waits for
 * it must be told through `onSpin`.
 */
export class Watchdog {
  readonly #state = new Int32Array(new SharedArrayBuffer(16))
  readonly #listeners = new Set<(frames: Place[]) => void>()

  /** With a debugger attached, silence means most often that somebody is thinking at a breakpoint. */
  waitsForDebugger = true

  /** The watchdog of this process. */
  static get(): Watchdog {
    return ((globalThis as Shelf)[KEPT] ??= new Watchdog())
  }

  private constructor() {
    this.checksOfSilence = CHECKS_OF_SILENCE
    const worker = new Worker(new URL('./watchdog-thread.mjs', import.meta.url), {
      workerData: {
        state: this.#state.buffer,
        checkEvery: CHECK_EVERY,
        memoryLimit: MEMORY_LIMIT,
        memoryPrefix: FULL,
      },
      execArgv: [],
      stdout: false,
    })
    worker.on('message', ({ frames }: { frames: Place[] }) => {
      for (const listener of [...this.#listeners]) listener(frames)
    })
    worker.unref()
    nativeTimers.setInterval(() => this.#beat(), CHECK_EVERY / 2).unref()
  }

  /** Looks without a turn of the loop that make it a spin; fewer where a test would only wait for them. */
  set checksOfSilence(count: number) {
    Atomics.store(this.#state, 3, count)
  }

  /** Watches until the returned function is called; `onSpin` is told where a loop was ended. */
  watch(onSpin: (frames: Place[]) => void): () => void {
    if (this.waitsForDebugger && inspectorUrl() !== undefined) return () => undefined
    this.#listeners.add(onSpin)
    this.#beat()
    Atomics.store(this.#state, 1, 1)
    return () => {
      this.#listeners.delete(onSpin)
      if (this.#listeners.size === 0) Atomics.store(this.#state, 1, 0)
    }
  }

  /** Grows while the event loop turns. */
  get beat(): number {
    return Atomics.load(this.#state, 0)
  }

  /** Whether the turn that began with this beat was ended as an endless loop. */
  endedAt(beat: number): boolean {
    return Atomics.load(this.#state, 2) === beat
  }

  #beat(): void {
    Atomics.add(this.#state, 0, 1)
  }
}

const tick = (callback: Callback, ...args: unknown[]): void => {
  if (typeof callback !== 'function' || !currentClock()) {
    nativeTimers.nextTick(callback, ...args)
    return
  }
  const loop = Watchdog.get()
  const { beat } = loop
  nativeTimers.nextTick(() => {
    if (!loop.endedAt(beat)) callback(...args)
  })
}

/**
 * A tick that asks for the next one is a loop as well; once it was ended, its ticks are dropped.
 * Vitest swaps `nextTick` while it reports and may put an older one back, so this is called anew
 * before each story.
 */
export function patchTicks(): void {
  process.nextTick = tick
}
