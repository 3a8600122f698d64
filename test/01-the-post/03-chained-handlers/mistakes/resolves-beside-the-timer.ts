/**
 * @belief What stands below a timer comes when it has rung.
 * @says request ended at second 0 while one wait was still running
 */
export async function handleRequest(request: number): Promise<void> {
  await new Promise<void>((resolve) => {
    setTimeout(() => undefined, request * 1_000)
    resolve()
  })
}

export async function main(requests: number[]): Promise<void> {
  for (const request of requests) {
    await handleRequest(request)
  }
}
