import type { Clock } from './clock.ts'
import { nativeTimers } from './native-timers.ts'
import type { Timer } from './timer.ts'

const byId = new Map<number, StoryTimeout>()
let lastId = 1_000_000_000

/** What the patched `setTimeout` and `setInterval` return: Node's `Timeout`, on a story clock. */
export class StoryTimeout {
  readonly #clock: Clock
  readonly #timer: Timer
  readonly #id = ++lastId

  /** `delay` in story milliseconds. */
  constructor(clock: Clock, callback: () => void, delay: number, repeat: boolean) {
    this.#clock = clock
    this.#timer = clock.schedule(callback, delay, { repeat })
  }

  ref(): this {
    this.#timer.refed = true
    return this
  }

  unref(): this {
    this.#timer.refed = false
    return this
  }

  hasRef(): boolean {
    return this.#timer.refed
  }

  refresh(): this {
    this.#clock.refresh(this.#timer)
    return this
  }

  close(): this {
    this.#clock.clear(this.#timer)
    byId.delete(this.#id)
    return this
  }

  /** The id for which `clearTimeout` also looks; a timer is findable by it once it was asked for. */
  [Symbol.toPrimitive](): number {
    byId.set(this.#id, this)
    return this.#id
  }

  [Symbol.dispose](): void {
    this.close()
  }
}

/** The story timer behind what a submission gave to `clearTimeout`, if it is one. */
export function timeoutOf(handle: unknown): StoryTimeout | undefined {
  if (handle instanceof StoryTimeout) return handle
  if (typeof handle !== 'number' && typeof handle !== 'string') return undefined
  return byId.get(Number(handle))
}

/** What the patched `setImmediate` returns: a real immediate of which the clock knows. */
export class StoryImmediate {
  readonly #clock: Clock
  readonly #handle: NodeJS.Immediate
  #pending = true

  constructor(clock: Clock, callback: () => void) {
    this.#clock = clock
    clock.immediateStarted()
    this.#handle = nativeTimers.setImmediate(() => {
      this.#done()
      // A closed clock gives no more turns either, or a chain of immediates would outlive its test.
      if (!clock.closed) clock.runCallback(callback, 'an immediate')
    })
  }

  ref(): this {
    this.#handle.ref()
    return this
  }

  unref(): this {
    this.#handle.unref()
    return this
  }

  hasRef(): boolean {
    return this.#handle.hasRef()
  }

  close(): void {
    nativeTimers.clearImmediate(this.#handle)
    this.#done()
  }

  [Symbol.dispose](): void {
    this.close()
  }

  #done(): void {
    if (!this.#pending) return
    this.#pending = false
    this.#clock.immediateEnded()
  }
}
