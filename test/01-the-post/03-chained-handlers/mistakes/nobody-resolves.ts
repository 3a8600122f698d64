/**
 * @belief A promise around a timer is resolved by itself when the timer rings.
 * @says request never ended
 */
export async function handleRequest(request: number): Promise<void> {
  return new Promise(() => {
    setTimeout(() => undefined, request * 1_000)
  })
}

export async function main(requests: number[]): Promise<void> {
  for (const request of requests) {
    await handleRequest(request)
  }
}
