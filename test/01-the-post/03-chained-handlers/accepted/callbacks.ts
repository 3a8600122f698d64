/** Callbacks all the way, and a single promise at the door. */
export function handleRequest(request: number): Promise<void> {
  return new Promise((resolve) => {
    const next = (left: number) => {
      if (left <= 0) return resolve()
      const step = Math.min(left, 1)
      setTimeout(() => next(left - step), step * 1_000)
    }
    next(request)
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
