/**
 * @belief When the last request has been started there is nothing left to do for main.
 * @says main ended at second 16 while one wait was still running
 * @says did not wait for
 */
export async function handleRequest(request: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, request * 1_000))
}

export async function main(requests: number[]): Promise<void> {
  for (const [index, request] of requests.entries()) {
    const handled = handleRequest(request)
    if (index < requests.length - 1) await handled
  }
}
