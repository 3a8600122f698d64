/**
 * @belief Whoever awaits a function waits for the timer that it has set.
 * @says request ended at second 0 while one wait was still running
 */
export async function handleRequest(request: number): Promise<void> {
  // @ts-expect-error: a timer is no promise.
  return setTimeout(() => undefined, request * 1_000)
}

export async function main(requests: number[]): Promise<void> {
  for (const request of requests) {
    await handleRequest(request)
  }
}
