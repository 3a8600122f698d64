/**
 * @belief for await waits for what the body of its loop begins.
 * @says main ended at second 0 while five waits were still running
 */
export async function handleRequest(request: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, request * 1_000))
}

export async function main(requests: number[]): Promise<void> {
  for await (const request of requests) {
    handleRequest(request)
  }
}
