/**
 * @belief When a search ends, all who are waiting get what it has found.
 * @says What they get
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
        try {
          const value = await call(...args)
          for (const caller of callers.splice(0)) caller.resolve(value)
        } catch (error) {
          for (const caller of callers.splice(0)) caller.reject(error)
        }
      }, wait)
    })
}
