export interface Deadline {
  signal: AbortSignal
  left(): number
}

export function withDeadline<T>(
  ms: number,
  job: (deadline: Deadline) => Promise<T>,
  outer?: Deadline,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const own = new AbortController()
    const begun = Date.now()
    const leave = () => own.abort(outer?.signal.reason)
    const timer = setTimeout(() => own.abort(new DOMException('', 'TimeoutError')), ms)
    if (outer?.signal.aborted) leave()
    else outer?.signal.addEventListener('abort', leave, { once: true })
    const over = (tell: () => void) => {
      clearTimeout(timer)
      outer?.signal.removeEventListener('abort', leave)
      if (own.signal.aborted) reject(own.signal.reason)
      else tell()
    }
    const deadline: Deadline = {
      signal: own.signal,
      left() {
        const mine = begun + ms - Date.now()
        const theirs = outer ? outer.left() : mine
        return Math.max(Math.min(mine, theirs), 0)
      },
    }
    new Promise<T>((done) => done(job(deadline))).then(
      (value) => over(() => resolve(value)),
      (error) => over(() => reject(error)),
    )
  })
}
