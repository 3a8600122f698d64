/** The built-in, which gather is. */
export const gather = <T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> =>
  Promise.all<T>([...promises])
