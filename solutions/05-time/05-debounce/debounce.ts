/**
 * Makes a function that waits until nobody has called it for `wait`
 * milliseconds, and then makes one call, with what was given last. All who have
 * called it meanwhile get what comes of that.
 */
export function debounce<A extends unknown[], R>(
  wait: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  let burst: { answer: Promise<R>; start: (args: A) => void } | undefined
  let timer: NodeJS.Timeout | undefined

  return (...args) => {
    const { answer, start } = (burst ??= newBurst(call))
    clearTimeout(timer)
    timer = setTimeout(() => {
      // Whoever calls from now on is too late for this one.
      burst = undefined
      start(args)
    }, wait)
    return answer
  }
}

/** One promise for all who call in a burst, and how to begin the call. */
function newBurst<A extends unknown[], R>(
  call: (...args: A) => Promise<R>,
) {
  let start: (args: A) => void = () => undefined
  const given = new Promise<A>((resolve) => (start = resolve))
  return { answer: given.then((args) => call(...args)), start }
}
