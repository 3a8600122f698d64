/**
 * @belief The first is there soon enough, so only the others need a timeout.
 * @says the timeout holds for all three
 * @says first never ended
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
  await new Promise<void>((enough) => {
    if (all.size === 0) return enough()
    for (const one of all) {
      const note = (failed: boolean) => {
        done.add(one)
        if (when === 'first' || done.size === all.size || (failed && when === 'firstError'))
          enough()
      }
      one.then(
        () => note(false),
        () => note(true),
      )
    }
    if (timeout !== undefined && when !== 'first') timer = setTimeout(enough, timeout)
  })
  clearTimeout(timer)
  return { done: new Set(done), pending: new Set([...all].filter((it) => !done.has(it))) }
}
