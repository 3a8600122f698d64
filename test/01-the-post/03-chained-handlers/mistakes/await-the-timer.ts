/**
 * @belief setTimeout returns something that an await can wait for.
 * @says request ended at second 0 while one wait was still running
 */
export async function handleRequest(request: number): Promise<void> {
  await setTimeout(() => undefined, request * 1_000)
}

export async function main(requests: number[]): Promise<void> {
  for (const request of requests) {
    await handleRequest(request)
  }
}
