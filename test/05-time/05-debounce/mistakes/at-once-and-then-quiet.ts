/**
 * @belief The first key searches; those after it are held back.
 * @says 'p'
 */
export function debounce<A extends unknown[], R>(
  wait: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  let answer: Promise<R> | undefined
  let timer: NodeJS.Timeout | undefined
  return (...args) => {
    clearTimeout(timer)
    timer = setTimeout(() => (answer = undefined), wait)
    answer ??= (async () => call(...args))()
    return answer
  }
}
