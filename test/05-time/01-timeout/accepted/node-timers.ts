import { setTimeout as sleep } from 'node:timers/promises'

/** Two things that run: the job, and a guard who is sent home when it is done. */
export async function withTimeout<T>(
  ms: number,
  job: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const callOff = new AbortController()
  const goHome = new AbortController()
  const guard = sleep(ms, 'late' as const, { signal: goHome.signal }).then(
    (word) => {
      callOff.abort(Object.assign(new Error('too late'), { name: 'TimeoutError' }))
      return word
    },
    () => 'in time' as const,
  )
  const [outcome] = await Promise.allSettled([(async () => job(callOff.signal))()])
  goHome.abort()
  if ((await guard) === 'late') throw callOff.signal.reason
  if (outcome.status === 'rejected') throw outcome.reason
  return outcome.value
}
