/**
 * @belief Whoever has typed on is told so, with an error.
 * @says What the three who have called it get
 */
export function debounce<A extends unknown[], R>(
  wait: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  let timer: NodeJS.Timeout | undefined
  let drop: ((error: Error) => void) | undefined
  return (...args) =>
    new Promise<R>((resolve, reject) => {
      clearTimeout(timer)
      drop?.(new Error('superseded'))
      drop = reject
      timer = setTimeout(() => {
        drop = undefined
        new Promise<R>((done) => done(call(...args))).then(resolve, reject)
      }, wait)
    })
}
