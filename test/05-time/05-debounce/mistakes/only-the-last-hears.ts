/**
 * @belief Whoever has typed on does not want the answer any more.
 * @says never ended
 */
export function debounce<A extends unknown[], R>(
  wait: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  let timer: NodeJS.Timeout | undefined
  return (...args) =>
    new Promise<R>((resolve, reject) => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        new Promise<R>((done) => done(call(...args))).then(resolve, reject)
      }, wait)
    })
}
