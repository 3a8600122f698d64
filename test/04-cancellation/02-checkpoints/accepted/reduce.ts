type Step = (signal?: AbortSignal) => Promise<string>

/** A chain, in which every link asks first. */
export const cook = (steps: Step[], signal: AbortSignal): Promise<string[]> =>
  steps.reduce(
    (before, step) =>
      before.then((dish) =>
        signal.aborted
          ? Promise.reject(signal.reason)
          : step(signal).then((done) => dish.concat(done)),
      ),
    Promise.resolve<string[]>([]),
  )
