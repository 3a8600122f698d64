export function limit(max: number): <T>(job: () => Promise<T>) => Promise<T> {
  interface Place {
    next?: Place
    go: () => void
  }
  let head: Place | undefined
  let tail: Place | undefined
  let running = 0

  const wait = () =>
    new Promise<void>((go) => {
      const place: Place = { go }
      if (tail) tail.next = place
      else head = place
      tail = place
    })

  const leave = () => {
    const first = head
    if (!first) return void (running -= 1)
    head = first.next
    if (!head) tail = undefined
    first.go()
  }

  return function enter<T>(job: () => Promise<T>): Promise<T> {
    const begin = async () => job()
    const admitted = running < max ? ((running += 1), undefined) : wait()
    const cooking = admitted ? admitted.then(begin) : begin()
    return cooking.finally(leave)
  }
}
