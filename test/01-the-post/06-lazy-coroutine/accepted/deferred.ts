/** The slip hands out a promise that it fills from outside, and cooks a moment later. */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  type Step = (fill: (value: T | PromiseLike<T>) => void, refuse: (reason: Error) => void) => void

  const refused: Step = (_, refuse) => refuse(new Error('cannot reuse already awaited coroutine'))
  let step: Step = (fill) => {
    step = refused
    process.nextTick(async () => fill(fn()))
  }

  return {
    then: (...handlers) => new Promise<T>((fill, refuse) => step(fill, refuse)).then(...handlers),
  }
}
