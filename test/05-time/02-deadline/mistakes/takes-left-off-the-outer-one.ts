/**
 * @belief A method is a function like any other.
 * @says TypeError
 */
interface Deadline {
  signal: AbortSignal
  left(): number
}
const none: Deadline = { signal: new AbortController().signal, left: () => Infinity }
export async function withDeadline<T>(
  ms: number,
  job: (deadline: Deadline) => Promise<T>,
  outer: Deadline = none,
): Promise<T> {
  const { signal: outerSignal, left: outerLeft } = outer
  const rest = Math.min(ms, outerLeft())
  const end = performance.now() + rest
  const own = new AbortController()
  const signal = AbortSignal.any([own.signal, outerSignal])
  const timer = setTimeout(() => own.abort(new DOMException('late', 'TimeoutError')), rest)
  try {
    return await job({ signal, left: () => Math.max(0, end - performance.now()) })
  } finally {
    clearTimeout(timer)
    signal.throwIfAborted()
  }
}
