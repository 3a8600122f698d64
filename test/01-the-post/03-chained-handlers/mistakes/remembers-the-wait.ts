/**
 * @belief A wait that has been made for a number will do for every request with that number.
 * @says each takes 2 seconds of its own
 * @says main resolved at second 2 instead of 4
 */
export async function handleRequest(request: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, request * 1_000))
}

export async function main(requests: number[]): Promise<void> {
  const waits = new Map<number, Promise<void>>()
  for (const request of requests) {
    const wait = waits.get(request) ?? handleRequest(request)
    waits.set(request, wait)
    await wait
  }
}
