function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', leave)
      resolve()
    }, ms)
    signal.addEventListener('abort', leave, { once: true })
  })
}

type Job = (signal: AbortSignal) => Promise<void>

export function every(ms: number, job: Job, signal: AbortSignal): Promise<void> {
  const begun = Date.now()
  const round = (tick: number): Promise<void> =>
    Promise.resolve()
      .then(() => {
        signal.throwIfAborted()
        return job(signal)
      })
      .then(() => {
        signal.throwIfAborted()
        const next = Math.max(tick + 1, Math.ceil((Date.now() - begun) / ms))
        return sleep(begun + next * ms - Date.now(), signal).then(() => round(next))
      })
  return round(0)
}
