/**
 * @belief A loop waits by itself for each call before it makes the next.
 * @says main ended at second 0 while five waits were still running
 */
export async function handleRequest(request: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, request * 1_000))
}

export async function main(requests: number[]): Promise<void> {
  for (const request of requests) {
    handleRequest(request)
  }
}
