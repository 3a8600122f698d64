/**
 * @belief A timer takes the same number as sleep does.
 * @says request resolved at second 0 instead of 3
 * @says 3 seconds are 3_000 of them
 */
export async function handleRequest(request: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, request))
}

export async function main(requests: number[]): Promise<void> {
  for (const request of requests) {
    await handleRequest(request)
  }
}
