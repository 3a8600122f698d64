/**
 * @belief Whoever is given an object keeps it together.
 * @says TypeError
 */
interface Deadline {
  signal: AbortSignal
  left(): number
}
class Slip implements Deadline {
  readonly signal: AbortSignal
  private readonly end: number
  constructor(signal: AbortSignal, end: number) {
    this.signal = signal
    this.end = end
  }
  left(): number {
    return Math.max(0, this.end - performance.now())
  }
}
export async function withDeadline<T>(
  ms: number,
  job: (deadline: Deadline) => Promise<T>,
  outer?: Deadline,
): Promise<T> {
  const rest = Math.min(ms, outer?.left() ?? ms)
  const own = new AbortController()
  const signal = outer ? AbortSignal.any([own.signal, outer.signal]) : own.signal
  const timer = setTimeout(() => own.abort(new DOMException('late', 'TimeoutError')), rest)
  try {
    return await job(new Slip(signal, performance.now() + rest))
  } finally {
    clearTimeout(timer)
    signal.throwIfAborted()
  }
}
