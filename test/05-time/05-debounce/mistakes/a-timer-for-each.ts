/**
 * @belief To wait before each search is enough.
 * @says What the three who have called it get
 */
export function debounce<A extends unknown[], R>(
  wait: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  return async (...args) => {
    await new Promise((resolve) => setTimeout(resolve, wait))
    return call(...args)
  }
}
