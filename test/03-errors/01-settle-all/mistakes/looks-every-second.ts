/**
 * @belief To know when all are done, one has to look again and again.
 * @says Nobody has to look again and again
 */
import { setTimeout as sleep } from 'node:timers/promises'

interface Outcome<T> {
  ok: T[]
  failed: unknown[]
}

export async function settleAll<T>(jobs: (() => Promise<T>)[]): Promise<Outcome<T>> {
  const lines: (Outcome<T> | undefined)[] = jobs.map(() => undefined)
  jobs.forEach((job, index) => {
    job().then(
      (value) => (lines[index] = { ok: [value], failed: [] }),
      (error: unknown) => (lines[index] = { ok: [], failed: [error] }),
    )
  })
  while (lines.includes(undefined)) await sleep(1_000)
  return {
    ok: lines.flatMap((line) => line?.ok ?? []),
    failed: lines.flatMap((line) => line?.failed ?? []),
  }
}
