import { setTimeout as sleep } from 'node:timers/promises'

export function debounce<A extends unknown[], R>(
  wait: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  let newer: AbortController | undefined
  const waiting: { done: (value: R) => void; failed: (error: unknown) => void }[] = []
  const quietFor = async (): Promise<boolean> => {
    newer?.abort()
    newer = new AbortController()
    return sleep(wait, true, { signal: newer.signal }).catch(() => false)
  }
  return function search(...args) {
    const mine = new Promise<R>((done, failed) => waiting.push({ done, failed }))
    void quietFor().then(async (quiet) => {
      if (!quiet) return
      const all = waiting.splice(0, waiting.length)
      await (async () => call(...args))().then(
        (value) => all.map(({ done }) => done(value)),
        (error) => all.map(({ failed }) => failed(error)),
      )
    })
    return mine
  }
}
