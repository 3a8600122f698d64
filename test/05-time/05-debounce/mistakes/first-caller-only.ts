/**
 * @belief There is one who waits for the answer.
 * @says never ended
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
      timer = setTimeout(async () => {
        const mine = callers
        callers = []
        try {
          const value = await call(...args)
          mine[0]?.resolve(value)
        } catch (error) {
          for (const caller of mine) caller.reject(error)
        }
      }, wait)
    })
}
