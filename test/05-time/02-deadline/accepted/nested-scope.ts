interface Deadline {
  signal: AbortSignal
  left(): number
}

const NEVER: Deadline = { signal: new AbortController().signal, left: () => Infinity }

/** The earlier of two deadlines is a deadline again. */
function earlier(one: Deadline, other: Deadline): Deadline {
  return {
    signal: AbortSignal.any([one.signal, other.signal]),
    left: () => Math.min(one.left(), other.left()),
  }
}

function startingNow(ms: number): Deadline & { stop: () => void } {
  const controller = new AbortController()
  const end = Date.now() + ms
  const error = new Error(`${ms} ms are over`)
  error.name = 'TimeoutError'
  const timer = setTimeout(() => controller.abort(error), ms)
  return {
    signal: controller.signal,
    left: () => Math.max(0, end - Date.now()),
    stop: () => clearTimeout(timer),
  }
}

export async function withDeadline<T>(
  ms: number,
  job: (deadline: Deadline) => Promise<T>,
  outer: Deadline = NEVER,
): Promise<T> {
  const own = startingNow(ms)
  const deadline = earlier(outer, own)
  const done = await new Promise<T>((resolve) => resolve(job(deadline))).then(
    (value) => ({ ok: true as const, value }),
    (error: unknown) => ({ ok: false as const, error }),
  )
  own.stop()
  if (deadline.signal.aborted) throw deadline.signal.reason
  if (done.ok) return done.value
  throw done.error
}
