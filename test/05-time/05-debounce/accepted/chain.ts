export function debounce<A extends unknown[], R>(
  wait: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  let timer: NodeJS.Timeout | undefined
  let ring: () => void
  let latest: { args: A; answer: Promise<R> } | undefined
  return (...args) => {
    if (latest) {
      latest.args = args
      restart()
      return latest.answer
    }
    const mine = (latest = { args, answer: undefined as unknown as Promise<R> })
    mine.answer = quiet().then(() => {
      latest = undefined
      return call(...mine.args)
    })
    return mine.answer
  }

  function restart() {
    clearTimeout(timer)
    timer = setTimeout(ring, wait)
  }

  function quiet() {
    return new Promise<void>((resolve) => {
      ring = resolve
      restart()
    })
  }
}
