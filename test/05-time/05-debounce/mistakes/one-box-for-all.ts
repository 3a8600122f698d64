/**
 * @belief What is written at the top of the file belongs to each box.
 * @says Soup is searched for in one box
 */
interface Caller<R> {
  resolve: (value: R | Promise<R>) => void
  reject: (error: unknown) => void
}

let timer: NodeJS.Timeout | undefined

let callers: Caller<any>[] = []

export function debounce<A extends unknown[], R>(
  wait: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  return (...args) =>
    new Promise<R>((resolve, reject) => {
      callers.push({ resolve, reject })
      clearTimeout(timer)
      timer = setTimeout(async () => {
        const mine = callers
        callers = []
        try {
          const value = await call(...args)
          for (const caller of mine) caller.resolve(value)
        } catch (error) {
          for (const caller of mine) caller.reject(error)
        }
      }, wait)
    })
}
