import { setTimeout as sleep } from 'node:timers/promises'

/** Every caller sleeps; who wakes and is not the last any more goes along with the last. */
export function debounce<A extends unknown[], R>(
  wait: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  let next: Promise<R> | undefined
  let tell: (answer: Promise<R>) => void = () => undefined
  let count = 0
  return async (...args) => {
    const mine = ++count
    const answer = (next ??= new Promise<R>((resolve) => (tell = resolve)))
    const mineToTell = tell
    void sleep(wait).then(() => {
      if (mine !== count) return
      next = undefined
      mineToTell((async () => call(...args))())
    })
    return answer
  }
}
