/**
 * @belief The order in which the requests are handled does not matter, as long as it takes turns.
 * @says wait 3 started at second 1 instead of 0
 */
export async function handleRequest(request: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, request * 1_000))
}

export async function main(requests: number[]): Promise<void> {
  for (const request of [...requests].sort((a, b) => a - b)) {
    await handleRequest(request)
  }
}
