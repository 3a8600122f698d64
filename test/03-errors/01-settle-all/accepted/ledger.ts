import { EventEmitter, once } from 'node:events'

interface Outcome<T> {
  ok: T[]
  failed: unknown[]
}

/** A ledger with a line for each job; a bell rings when the last line is filled. */
class Ledger<T> extends EventEmitter {
  readonly lines: ({ value: T } | { error: unknown } | undefined)[]

  constructor(length: number) {
    super()
    this.lines = new Array<undefined>(length).fill(undefined)
  }

  fill(index: number, line: { value: T } | { error: unknown }): void {
    this.lines[index] = line
    if (!this.lines.includes(undefined)) this.emit('full')
  }

  report(): Outcome<T> {
    const outcome: Outcome<T> = { ok: [], failed: [] }
    for (const line of this.lines) {
      if (line && 'value' in line) outcome.ok.push(line.value)
      if (line && 'error' in line) outcome.failed.push(line.error)
    }
    return outcome
  }
}

export async function settleAll<T>(jobs: (() => Promise<T>)[]): Promise<Outcome<T>> {
  const ledger = new Ledger<T>(jobs.length)
  if (jobs.length === 0) return ledger.report()
  const work = async (job: () => Promise<T>, index: number) => {
    try {
      ledger.fill(index, { value: await job() })
    } catch (error) {
      ledger.fill(index, { error })
    }
  }
  const full = once(ledger, 'full')
  for (const [index, job] of jobs.entries()) void work(job, index)
  await full
  return ledger.report()
}
