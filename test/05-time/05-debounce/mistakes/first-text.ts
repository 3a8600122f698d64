/**
 * @belief What is searched for is what was asked first.
 * @says What the three who have called it get
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
  let first: A | undefined
  let timer: NodeJS.Timeout | undefined
  return (...args) =>
    new Promise<R>((resolve, reject) => {
      callers.push({ resolve, reject })
      first ??= args
      clearTimeout(timer)
      timer = setTimeout(async () => {
        const mine = callers
        callers = []
        const asked = first ?? args
        first = undefined
        try {
          const value = await call(...asked)
          for (const caller of mine) caller.resolve(value)
        } catch (error) {
          for (const caller of mine) caller.reject(error)
        }
      }, wait)
    })
}
