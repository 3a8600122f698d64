/**
 * @belief When the time is up, there is nothing left to wait for.
 * @says one job was still running
 */
interface Deadline {
  signal: AbortSignal
  left(): number
}

export async function withDeadline<T>(
  ms: number,
  job: (deadline: Deadline) => Promise<T>,
  outer?: Deadline,
): Promise<T> {
  const controller = new AbortController()
  const end = Date.now() + Math.min(ms, outer?.left() ?? Infinity)
  const signal = AbortSignal.any(outer ? [outer.signal, controller.signal] : [controller.signal])
  const left = () => Math.max(0, end - Date.now())
  const late = new DOMException('late', 'TimeoutError')
  const timer = setTimeout(() => controller.abort(late), left())
  const over = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason))
  })
  try {
    return await Promise.race([over, job({ signal, left })])
  } finally {
    clearTimeout(timer)
  }
}
