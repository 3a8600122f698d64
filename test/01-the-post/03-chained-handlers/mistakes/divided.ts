/**
 * @belief Seconds are made milliseconds by dividing by 1,000.
 * @says request resolved at second 0 instead of 3
 */
export async function handleRequest(request: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, request / 1_000))
}

export async function main(requests: number[]): Promise<void> {
  for (const request of requests) {
    await handleRequest(request)
  }
}
