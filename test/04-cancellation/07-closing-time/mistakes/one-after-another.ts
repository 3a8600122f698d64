/**
 * @belief Leftovers are cancelled one after the other, so that none is forgotten.
 * @says oven and grill cool down at the same time
 * @says first cancel all, then wait for all
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function runToClosing<T>(
  main: (spawn: (job: Job<void>) => void) => Promise<T>,
): Promise<T> {
  const leftovers: { controller: AbortController; work: Promise<void> }[] = []
  let closed = false
  const spawn = (job: Job<void>) => {
    if (closed) return
    const controller = new AbortController()
    const work = (async () => job(controller.signal))().catch(() => undefined)
    leftovers.push({ controller, work })
  }
  try {
    return await main(spawn)
  } finally {
    closed = true
    for (const { controller, work } of leftovers) {
      controller.abort()
      await work
    }
  }
}
