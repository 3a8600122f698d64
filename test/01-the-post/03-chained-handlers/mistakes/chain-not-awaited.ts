/**
 * @belief A chain that begins in main belongs to main, and main ends after it.
 * @says main ended at second 0 while one wait was still running
 */
export async function handleRequest(request: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, request * 1_000))
}

export async function main(requests: number[]): Promise<void> {
  requests.reduce((chain, request) => chain.then(() => handleRequest(request)), Promise.resolve())
}
