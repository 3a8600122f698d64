type Job<T> = (signal: AbortSignal) => Promise<T>

interface Options {
  attempts: number
  base: number
  factor: number
  jitter?: (ms: number) => number
  isFatal?: (error: unknown) => boolean
  signal?: AbortSignal
}

function* pauses({ attempts, base, factor, jitter }: Options): Generator<number> {
  for (let left = attempts - 1, ms = base; left > 0; left -= 1, ms *= factor) {
    yield jitter?.(ms) ?? ms
  }
}

export async function retry<T>(job: Job<T>, options: Options): Promise<T> {
  const { signal = new AbortController().signal, isFatal } = options
  const waits = pauses(options)
  let failure: unknown
  do {
    signal.throwIfAborted()
    const [outcome] = await Promise.allSettled([(async () => job(signal))()])
    if (outcome.status === 'fulfilled') return outcome.value
    failure = outcome.reason
    signal.throwIfAborted()
    if (isFatal?.(failure)) break
  } while (await nextWait(waits, signal))
  throw failure
}

async function nextWait(waits: Generator<number>, signal: AbortSignal): Promise<boolean> {
  const { done, value } = waits.next()
  if (done) return false
  await new Promise<void>((resolve) => {
    const wake = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', wake)
      resolve()
    }
    const timer = setTimeout(wake, value)
    signal.addEventListener('abort', wake)
  })
  return true
}
