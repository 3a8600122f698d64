interface Deadline {
  signal: AbortSignal
  left(): number
}

/** The end is an instant, and whoever is within another deadline takes the earlier one. */
export const withDeadline = async <T>(
  ms: number,
  job: (deadline: Deadline) => Promise<T>,
  outer?: Deadline,
): Promise<T> => {
  const now = () => new Date().getTime()
  const end = Math.min(now() + ms, outer === undefined ? Infinity : now() + outer.left())
  const controller = new AbortController()
  const { signal } = controller
  let timer: NodeJS.Timeout | undefined
  const wait = () => {
    const rest = end - now()
    if (rest > 0) timer = setTimeout(wait, Math.min(rest, 3_000))
    else controller.abort(new DOMException('late', 'TimeoutError'))
  }
  const passOn = () => controller.abort(outer!.signal.reason)
  const listener = { handleEvent: passOn }
  wait()
  outer?.signal.addEventListener('abort', listener)
  if (outer?.signal.aborted) passOn()
  try {
    const value = await job({ signal, left: () => Math.max(end - now(), 0) })
    if (!signal.aborted) return value
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    clearTimeout(timer)
    outer?.signal.removeEventListener('abort', listener)
  }
  throw signal.reason
}
