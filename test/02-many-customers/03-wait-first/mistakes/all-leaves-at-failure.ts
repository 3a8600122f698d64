/**
 * @belief Promise.all waits for all of them; only its error has to be caught.
 * @says a promise that has failed is done, and the others are waited for
 * @says when dish 1 had failed, wait did not wait for the rest
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
  const done = new Set<Promise<T>>()
  const settled = promises.map((promise) =>
    promise.then(
      () => void done.add(promise),
      () => void done.add(promise),
    ),
  )
  const enough =
    when === 'first' && promises.length > 0 ? Promise.race(settled) : Promise.all(promises)
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<void>((resolve) => {
    if (timeout !== undefined) timer = setTimeout(resolve, timeout)
  })
  await Promise.race([enough, over]).catch(() => undefined)
  clearTimeout(timer)
  const pending = promises.filter((promise) => !done.has(promise))
  return { done: new Set(done), pending: new Set(pending) }
}
