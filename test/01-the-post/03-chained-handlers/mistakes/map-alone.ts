/**
 * @belief map with an async function handles one request after another.
 * @says main ended at second 0 while five waits were still running
 */
export async function handleRequest(request: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, request * 1_000))
}

export async function main(requests: number[]): Promise<void> {
  requests.map(async (request) => {
    await handleRequest(request)
  })
}
