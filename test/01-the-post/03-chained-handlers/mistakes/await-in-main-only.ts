/**
 * @belief The await belongs where the handlers are called; inside the handler it is not needed.
 * @says request ended at second 0 while one wait was still running
 * @says did not wait for
 */
export function handleRequest(request: number): Promise<void> {
  setTimeout(() => undefined, request * 1_000)
  return Promise.resolve()
}

export async function main(requests: number[]): Promise<void> {
  for (const request of requests) {
    await handleRequest(request)
  }
}
