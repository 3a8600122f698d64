/**
 * @belief What comes last is what counts.
 * @says reject with the reason for which they have left
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
  const rest = Math.min(ms, outer?.left() ?? ms)
  const end = performance.now() + rest
  const own = new AbortController()
  let why: { reason: unknown } | undefined
  const stop = (reason: unknown) => {
    why = { reason }
    own.abort(reason)
  }
  const leave = () => stop(outer?.signal.reason)
  if (outer?.signal.aborted) leave()
  outer?.signal.addEventListener('abort', leave)
  const timer = setTimeout(() => stop(new DOMException('late', 'TimeoutError')), rest)
  try {
    return await job({ signal: own.signal, left: () => Math.max(0, end - performance.now()) })
  } finally {
    clearTimeout(timer)
    outer?.signal.removeEventListener('abort', leave)
    if (why) throw (why as { reason: unknown }).reason
  }
}
