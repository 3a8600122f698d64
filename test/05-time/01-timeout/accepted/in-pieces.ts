/** The limit is waited for in pieces of two and a half seconds. */
export async function withTimeout<T>(
  ms: number,
  job: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  let timer: NodeJS.Timeout
  const tick = (left: number) => {
    if (left <= 0) return controller.abort(new DOMException('', 'TimeoutError'))
    const piece = Math.min(left, 2_500)
    timer = setTimeout(tick, piece, left - piece)
  }
  tick(ms)
  try {
    return await job(controller.signal)
  } finally {
    clearTimeout(timer!)
    if (controller.signal.aborted) controller.signal.throwIfAborted()
  }
}
