export function rateLimit<A extends unknown[], R>(
  limit: number,
  per: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  const waiting: (() => void)[] = []
  const starts: number[] = []
  let timer: NodeJS.Timeout | undefined

  const serve = () => {
    timer = undefined
    while (waiting.length > 0) {
      const now = performance.now()
      const wait = starts.length < limit ? 0 : starts[0]! + per - now
      if (wait > 0) {
        timer = setTimeout(serve, Math.ceil(wait))
        return
      }
      starts.push(now)
      if (starts.length > limit) starts.shift()
      waiting.shift()!()
    }
  }

  return (...args) =>
    new Promise<R>((resolve, reject) => {
      waiting.push(() => {
        new Promise<R>((done) => done(call(...args))).then(resolve, reject)
      })
      if (!timer) serve()
    })
}
