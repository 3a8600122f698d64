export function rateLimit<A extends unknown[], R>(
  limit: number,
  per: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  let free = limit
  const waiting: (() => void)[] = []
  const began: number[] = []
  let alarm: ReturnType<typeof setTimeout> | null = null

  function look(): void {
    const now = Date.now()
    while (began.length > 0 && began[0]! + per <= now) {
      began.shift()
      free += 1
    }
    while (free > 0 && waiting.length > 0) {
      free -= 1
      began.push(now)
      waiting.shift()?.()
    }
    // Only while somebody waits.
    if (alarm === null && waiting.length > 0) {
      alarm = setTimeout(
        () => {
          alarm = null
          look()
        },
        began[0]! + per - now,
      )
    }
  }

  return async function limited(...args) {
    await new Promise<void>((enter) => {
      waiting.push(enter)
      look()
    })
    return call(...args)
  }
}
