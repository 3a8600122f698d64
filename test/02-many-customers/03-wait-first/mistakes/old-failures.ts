/**
 * @belief What has failed before anybody asks is old news, and no first error.
 * @says what is done already counts: the first, and the first error, come at once
 * @says firstError resolved at second 5 instead of 2
 */
interface Options {
  when: 'first' | 'firstError' | 'all'
  timeout?: number
}
interface Report<T> {
  done: Set<Promise<T>>
  pending: Set<Promise<T>>
}
export async function wait<T>(
  promises: Promise<T>[],
  { when, timeout }: Options,
): Promise<Report<T>> {
  const all = new Set(promises)
  const done = new Set<Promise<T>>()
  let timer: NodeJS.Timeout | undefined
  let begun = false
  await new Promise<void>((enough) => {
    if (all.size === 0) return enough()
    for (const one of all) {
      const note = (failed: boolean) => {
        done.add(one)
        if (
          when === 'first' ||
          done.size === all.size ||
          (failed && begun && when === 'firstError')
        )
          enough()
      }
      one.then(
        () => note(false),
        () => note(true),
      )
    }
    setImmediate(() => (begun = true))
    if (timeout !== undefined) timer = setTimeout(enough, timeout)
  })
  clearTimeout(timer)
  return { done: new Set(done), pending: new Set([...all].filter((it) => !done.has(it))) }
}
