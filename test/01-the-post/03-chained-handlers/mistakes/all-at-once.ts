/**
 * @belief Promise.all handles the requests in the order of the list.
 * @says main resolved at second 9 instead of 25
 * @says await one before you start the next
 */
export async function handleRequest(request: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, request * 1_000))
}

export async function main(requests: number[]): Promise<void> {
  await Promise.all(requests.map((request) => handleRequest(request)))
}
