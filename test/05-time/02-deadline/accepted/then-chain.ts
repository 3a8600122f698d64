interface Deadline {
  signal: AbortSignal
  left(): number
}

export function withDeadline<T>(
  ms: number,
  job: (deadline: Deadline) => Promise<T>,
  outer: Deadline = { signal: new AbortController().signal, left: () => Infinity },
): Promise<T> {
  const bell = new AbortController()
  const start = Date.now()
  const timer = setTimeout(() => bell.abort(new DOMException('late', 'TimeoutError')), ms)
  const signal = AbortSignal.any([bell.signal, outer.signal])
  const deadline = {
    signal,
    left: () => [ms - (Date.now() - start), outer.left(), Infinity].sort((a, b) => a - b)[0]!,
  }
  const clamped = { signal, left: () => (deadline.left() > 0 ? deadline.left() : 0) }
  return Promise.resolve(clamped)
    .then(job)
    .then(
      (value) => () => value,
      (error: unknown) => (): T => {
        throw error
      },
    )
    .then((end) => {
      clearTimeout(timer)
      if (signal.aborted) throw signal.reason
      return end()
    })
}
