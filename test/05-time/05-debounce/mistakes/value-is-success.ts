/**
 * @belief A search that has succeeded has a value.
 * @says The search resolves to undefined
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
          if (value) for (const caller of mine) caller.resolve(value)
          else throw new Error('nothing found')
        } catch (error) {
          for (const caller of mine) caller.reject(error)
        }
      }, wait)
    })
}
