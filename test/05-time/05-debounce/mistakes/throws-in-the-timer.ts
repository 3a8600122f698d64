/**
 * @belief A search never throws before it has returned a promise.
 * @says thrown in a timer callback
 */
interface Caller<R> {
  resolve: (value: R | Promise<R>) => void
  reject: (error: unknown) => void
}

export function debounce<A extends unknown[], R>(
  wait: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  let callers: Caller<R>[] = []
  let timer: NodeJS.Timeout | undefined
  return (...args) =>
    new Promise<R>((resolve, reject) => {
      callers.push({ resolve, reject })
      clearTimeout(timer)
      timer = setTimeout(() => {
        const mine = callers
        callers = []
        call(...args).then(
          (value) => mine.forEach((caller) => caller.resolve(value)),
          (error: unknown) => mine.forEach((caller) => caller.reject(error)),
        )
      }, wait)
    })
}
