/**
 * @belief Calling sleep is enough: the function stops there until the time is over.
 * @says main ended at second 0 while five waits were still running
 * @says did not wait for
 */
export async function handleRequest(request: number): Promise<void> {
  new Promise((resolve) => setTimeout(resolve, request * 1_000))
}

export async function main(requests: number[]): Promise<void> {
  for (const request of requests) {
    await handleRequest(request)
  }
}
