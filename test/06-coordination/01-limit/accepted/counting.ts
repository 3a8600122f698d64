export function limit(max: number): <T>(job: () => Promise<T>) => Promise<T> {
  let running = 0
  const line: { start: () => void }[] = []
  const next = () => {
    if (running >= max) return
    const first = line.shift()
    if (!first) return
    running++
    first.start()
  }
  return (job) =>
    new Promise((resolve, reject) => {
      const done = () => {
        running--
        next()
      }
      line.push({
        start() {
          const cooking = (async () => job())()
          cooking.then(resolve, reject)
          cooking.then(done, done)
        },
      })
      next()
    })
}
