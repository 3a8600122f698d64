/**
 * @belief When the time is over, something has gone wrong, and that is an error.
 * @says Your code threw Error: timeout
 */
interface Options {
  when: 'first' | 'firstError' | 'all'
  timeout?: number
}
interface Report<T> {
  done: Set<Promise<T>>
  pending: Set<Promise<T>>
}

export async function wait<T>(promises: Promise<T>[], options: Options): Promise<Report<T>> {
  const timeout = new Promise<never>((_resolve, reject) => {
    if (options.timeout !== undefined) {
      setTimeout(() => reject(new Error('timeout')), options.timeout)
    }
  })
  await Promise.race([Promise.allSettled(promises), timeout])
  return { done: new Set(promises), pending: new Set() }
}
