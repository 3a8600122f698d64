/**
 * @belief A promise that has been made can be used again.
 * @says What the three calls came to
 */
export function debounce<A extends unknown[], R>(
  wait: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  let answer: Promise<R> | undefined
  let timer: NodeJS.Timeout | undefined
  let begin: ((args: A) => void) | undefined
  return (...args) => {
    answer ??= new Promise<A>((resolve) => (begin = resolve)).then(async (last) => {
      const value = await call(...last)
      answer = undefined
      return value
    })
    clearTimeout(timer)
    timer = setTimeout(() => begin?.(args), wait)
    return answer
  }
}
