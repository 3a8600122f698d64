export function every(
  ms: number,
  job: (signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((_, reject) => {
    const start = performance.now()
    let timer: NodeJS.Timeout | undefined
    let number = 0
    const end = (reason: unknown) => {
      signal.removeEventListener('abort', leave)
      reject(reason)
    }
    const leave = () => {
      if (timer === undefined) return
      clearTimeout(timer)
      end(signal.reason)
    }
    const check = () => {
      timer = undefined
      new Promise<void>((resolve) => resolve(job(signal))).then(
        () => {
          if (signal.aborted) return end(signal.reason)
          do number += 1
          while (start + number * ms < performance.now() - 0.5)
          timer = setTimeout(check, Math.max(0, start + number * ms - performance.now()))
        },
        (error: unknown) => end(signal.aborted ? signal.reason : error),
      )
    }
    if (signal.aborted) return reject(signal.reason)
    signal.addEventListener('abort', leave)
    check()
  })
}
