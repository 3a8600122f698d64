/**
 * @belief A request is a whole number of seconds, so one may count them down one by one.
 * @says half a second counts, too
 * @says main resolved at second 10 instead of 8
 */
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

export async function main(requests: number[]): Promise<void> {
  for (const request of requests) {
    await handleRequest(request)
  }
}
