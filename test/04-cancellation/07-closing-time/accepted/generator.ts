type Job<T> = (signal: AbortSignal) => Promise<T>
type Spawn = (job: Job<void>) => void

/** An evening in two halves; between them the generator hands out how main has ended. */
async function* evening<T>(main: (spawn: Spawn) => Promise<T>) {
  const door = new AbortController()
  const staff: Promise<PromiseSettledResult<void>[]>[] = []
  const [outcome] = await Promise.allSettled([
    main((job) => {
      if (door.signal.aborted) throw door.signal.reason
      staff.push(Promise.allSettled([job(door.signal)]))
    }),
  ])
  yield outcome
  door.abort(new Error('We are closed.'))
  for (const member of staff) await member
}

export async function runToClosing<T>(main: (spawn: Spawn) => Promise<T>): Promise<T> {
  const outcomes: PromiseSettledResult<T>[] = []
  for await (const outcome of evening(main)) outcomes.push(outcome)
  const [outcome] = outcomes
  if (outcome?.status === 'fulfilled') return outcome.value
  throw outcome?.reason
}
