/**
 * @belief Whoever has typed on is told so, with undefined.
 * @says What the three who have called it get
 */
export function debounce<A extends unknown[], R>(
  wait: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  let stop = () => {}
  return async (...args) => {
    stop()
    const isLast = await new Promise<boolean>((resolve) => {
      const timer = setTimeout(resolve, wait, true)
      stop = () => {
        clearTimeout(timer)
        resolve(false)
      }
    })
    if (isLast) return call(...args)
    return undefined as R
  }
}
