interface Options {
  when: 'first' | 'firstError' | 'all'
  timeout?: number
}

interface Report<T> {
  done: Set<Promise<T>>
  pending: Set<Promise<T>>
}

/** A promise for each of the three questions, and the one that was asked races with the clock. */
export function wait<T>(promises: Promise<T>[], { when, timeout }: Options): Promise<Report<T>> {
  const settled: Promise<T>[] = []
  const note = (promise: Promise<T>) => () => void settled.push(promise)
  const notes = promises.map((promise) => promise.then(note(promise), note(promise)))
  const all = Promise.all(notes)
  const answers = {
    all: () => all,
    first: () => Promise.race([all, ...notes]),
    firstError: () =>
      Promise.race([
        all,
        new Promise((ring) => promises.forEach((promise) => promise.catch(ring))),
      ]),
  }
  const timers: NodeJS.Timeout[] = []
  const clock = new Promise<void>((ring) => {
    if (timeout !== undefined) timers.push(setTimeout(ring, timeout))
  })
  return Promise.race([answers[when](), clock]).then(() => {
    timers.forEach(clearTimeout)
    const done = new Set(settled)
    return { done, pending: new Set(promises.filter((promise) => !done.has(promise))) }
  })
}
