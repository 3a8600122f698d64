/**
 * @belief Whoever listens hears of every abort.
 * @says The outer signal was aborted before the call
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
  const { signal } = controller
  const end = Date.now() + Math.min(ms, outer?.left() ?? Infinity)
  const left = () => Math.max(0, end - Date.now())
  const leave = () => controller.abort(outer?.signal.reason)
  const timer = setTimeout(() => controller.abort(new DOMException('late', 'TimeoutError')), left())
  outer?.signal.addEventListener('abort', leave)
  try {
    const value = await job({ signal, left })
    signal.throwIfAborted()
    return value
  } catch (error) {
    throw signal.aborted ? signal.reason : error
  } finally {
    clearTimeout(timer)
    outer?.signal.removeEventListener('abort', leave)
  }
}
