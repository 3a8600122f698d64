/** A chain of promises: each link holds a value and the link behind it. */
type Link<T> = Promise<{ take: () => T; next: Link<T> } | undefined>

function open<T>() {
  let close!: (link: { take: () => T; next: Link<T> } | undefined) => void
  const link: Link<T> = new Promise((resolve) => (close = resolve))
  return { link, close }
}

export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const first = open<T>()
  let last = first
  let left = 0
  const append = (take: () => T) => {
    const next = open<T>()
    last.close({ take, next: next.link })
    last = next
    left -= 1
    if (left === 0) last.close(undefined)
  }
  for (const promise of promises) {
    left += 1
    promise.then(
      (value) => append(() => value),
      (error: unknown) =>
        append(() => {
          throw error
        }),
    )
  }
  if (left === 0) last.close(undefined)
  for (let link = await first.link; link; link = await link.next) yield link.take()
}
