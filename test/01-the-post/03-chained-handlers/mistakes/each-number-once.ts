/**
 * @belief Two requests with the same number are the same request.
 * @says two requests of 2 are two requests
 * @says main resolved at second 2 instead of 4
 */
export async function handleRequest(request: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, request * 1_000))
}

export async function main(requests: number[]): Promise<void> {
  for (const request of new Set(requests)) {
    await handleRequest(request)
  }
}
