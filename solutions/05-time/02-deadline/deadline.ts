/** The time until which something has to be done. */
export interface Deadline {
  /** Is aborted when the time is up. */
  signal: AbortSignal
  /** How many milliseconds are left now; never less than 0. */
  left: () => number
}

/**
 * Gives the job a deadline that lies so many milliseconds ahead, and not behind
 * `outer`, the deadline of a bigger job of which this one is a part.
 */
export async function withDeadline<T>(
  ms: number,
  job: (deadline: Deadline) => Promise<T>,
  outer?: Deadline,
): Promise<T> {
  const end = performance.now() + ms
  const left = (): number =>
    Math.max(
      0,
      Math.min(end - performance.now(), outer?.left() ?? Infinity),
    )

  const alarm = new AbortController()
  const late = new DOMException(`${ms} ms are over`, 'TimeoutError')
  const timer = setTimeout(() => alarm.abort(late), ms)
  // Whichever comes first; it lets go of the outer one by itself.
  const signal = AbortSignal.any(
    outer ? [outer.signal, alarm.signal] : [alarm.signal],
  )
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
