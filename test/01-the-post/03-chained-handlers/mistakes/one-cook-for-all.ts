/**
 * @belief One cook means that every call waits for the calls before it, wherever they come from.
 * @says handleRequest knows of no other request
 * @says request 1 resolved at second 4 instead of 1
 */
let before: Promise<void> = Promise.resolve()

export function handleRequest(request: number): Promise<void> {
  before = before.then(async () => {
    await new Promise((resolve) => setTimeout(resolve, request * 1_000))
  })
  return before
}

export async function main(requests: number[]): Promise<void> {
  for (const request of requests) {
    await handleRequest(request)
  }
}
