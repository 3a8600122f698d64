/**
 * @belief A timer that is unref'd is not left running, so unref is the tidy way to wait.
 * @says Node does not wait for
 */
export async function handleRequest(request: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, request * 1_000).unref()
  })
}

export async function main(requests: number[]): Promise<void> {
  for (const request of requests) {
    await handleRequest(request)
  }
}
