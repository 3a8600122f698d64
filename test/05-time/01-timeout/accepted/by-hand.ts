class TimeoutError extends Error {
  override name = 'TimeoutError'
}

export function withTimeout<T>(ms: number, job: (signal: AbortSignal) => Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const controller = new AbortController()
    let late = false
    const timer = setTimeout(() => {
      late = true
      controller.abort()
    }, ms)
    const over = (tell: () => void) => {
      clearTimeout(timer)
      if (late) reject(new TimeoutError('too late'))
      else tell()
    }
    try {
      job(controller.signal).then(
        (value) => over(() => resolve(value)),
        (error) => over(() => reject(error)),
      )
    } catch (error) {
      over(() => reject(error))
    }
  })
}
