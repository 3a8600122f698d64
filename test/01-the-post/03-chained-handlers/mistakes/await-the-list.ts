/**
 * @belief An await in front of a list waits for all the promises in it.
 * @says main ended at second 0 while five waits were still running
 */
export async function handleRequest(request: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, request * 1_000))
}

export async function main(requests: number[]): Promise<void> {
  await requests.map((request) => handleRequest(request))
}
