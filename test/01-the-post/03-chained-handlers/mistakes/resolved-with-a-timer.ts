/**
 * @belief A promise that is resolved with a timer waits until that timer rings.
 * @says request ended at second 0 while one wait was still running
 */
export async function handleRequest(request: number): Promise<void> {
  await new Promise((resolve) => {
    resolve(setTimeout(() => undefined, request * 1_000))
  })
}

export async function main(requests: number[]): Promise<void> {
  for (const request of requests) {
    await handleRequest(request)
  }
}
