type Happening<T> = { left: true } | { left: false; outcome: PromiseSettledResult<T> }

/** What happens, as a stream of which only the first is read. */
async function* happenings<T>(work: Promise<T>, signal: AbortSignal): AsyncGenerator<Happening<T>> {
  let leave = () => {}
  const left = new Promise<Happening<T>>((resolve) => {
    leave = () => resolve({ left: true })
  })
  signal.addEventListener('abort', leave)
  try {
    if (signal.aborted) yield { left: true }
    const done = Promise.allSettled([work]).then(([outcome]): Happening<T> => ({
      left: false,
      outcome,
    }))
    yield await Promise.race([left, done])
  } finally {
    signal.removeEventListener('abort', leave)
  }
}

export async function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  // Somebody has to listen from the very beginning.
  work.catch(() => undefined)
  for await (const first of happenings(work, signal)) {
    if (first.left) break
    if (first.outcome.status === 'rejected') throw first.outcome.reason
    return first.outcome.value
  }
  throw signal.reason
}
