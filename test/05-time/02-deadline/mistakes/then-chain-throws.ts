/**
 * @belief A job always returns a promise.
 * @says throws
 */
interface Deadline {
  signal: AbortSignal
  left(): number
}

export function withDeadline<T>(
  ms: number,
  job: (deadline: Deadline) => Promise<T>,
  outer?: Deadline,
): Promise<T> {
  const controller = new AbortController()
  const signal = AbortSignal.any(outer ? [outer.signal, controller.signal] : [controller.signal])
  const end = Date.now() + Math.min(ms, outer?.left() ?? ms)
  const left = () => Math.max(0, end - Date.now())
  const timer = setTimeout(() => controller.abort(new DOMException('late', 'TimeoutError')), left())
  return job({ signal, left })
    .then(
      (value) => {
        signal.throwIfAborted()
        return value
      },
      (error: unknown) => {
        signal.throwIfAborted()
        throw error
      },
    )
    .finally(() => clearTimeout(timer))
}
