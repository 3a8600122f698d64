/**
 * @belief Whoever is given twenty seconds has twenty.
 * @says within a dinner of 10. left should tell
 */
interface Deadline {
  signal: AbortSignal
  left(): number
}

export async function withDeadline<T>(
  ms: number,
  job: (deadline: Deadline) => Promise<T>,
  _outer?: Deadline,
): Promise<T> {
  const controller = new AbortController()
  const { signal } = controller
  const end = Date.now() + ms
  const left = () => Math.max(0, end - Date.now())
  const timer = setTimeout(() => controller.abort(new DOMException('late', 'TimeoutError')), left())
  try {
    const value = await job({ signal, left })
    signal.throwIfAborted()
    return value
  } catch (error) {
    throw signal.aborted ? signal.reason : error
  } finally {
    clearTimeout(timer)
  }
}
