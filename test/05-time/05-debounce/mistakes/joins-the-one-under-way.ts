/**
 * @belief As long as a search is under way, there need be no other.
 * @says who types while a search is under way
 */
export function debounce<A extends unknown[], R>(
  wait: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  let answer: Promise<R> | undefined
  let timer: NodeJS.Timeout | undefined
  let begin: ((args: A) => void) | undefined
  return (...args) => {
    answer ??= new Promise<A>((resolve) => (begin = resolve))
      .then((last) => call(...last))
      .finally(() => (answer = undefined))
    clearTimeout(timer)
    timer = setTimeout(() => begin?.(args), wait)
    return answer
  }
}
