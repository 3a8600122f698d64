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

type Job<T> = (signal: AbortSignal) => Promise<T>

export async function every(
  ms: number,
  job: Job<void>,
  signal: AbortSignal,
  next = Date.now(),
): Promise<void> {
  if (signal.aborted) throw signal.reason
  await job(signal)
  if (signal.aborted) throw signal.reason
  let tick = next + ms
  while (tick < Date.now()) tick += ms
  await sleep(tick - Date.now(), signal)
  return every(ms, job, signal, tick)
}
