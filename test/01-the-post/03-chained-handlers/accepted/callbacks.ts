/** Callbacks all the way, and a single promise at the door. */
export function handleRequest(request: number): Promise<void> {
  return new Promise((resolve) => {
    let left = request
    const tick = setInterval(() => {
      left -= 1
      if (left > 0) return
      clearInterval(tick)
      resolve()
    }, 1_000)
  })
}

export function main(requests: number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = (index: number) => {
      const request = requests[index]
      if (request === undefined) return resolve()
      handleRequest(request).then(() => next(index + 1), reject)
    }
    next(0)
  })
}
