export function debounce<A extends unknown[], R>(
  wait: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  let last = 0
  let args: A
  let waiting: ((answer: Promise<R>) => void)[] = []
  let isSet = false

  function look() {
    const left = last + wait - Date.now()
    if (left > 0) return void setTimeout(look, left)
    isSet = false
    const answer = new Promise<R>((resolve) => resolve(call(...args)))
    const mine = waiting
    waiting = []
    for (const tell of mine) tell(answer)
  }

  return (...given) => {
    last = Date.now()
    args = given
    if (!isSet) setTimeout(look, wait)
    isSet = true
    return new Promise((resolve) => waiting.push(resolve))
  }
}
