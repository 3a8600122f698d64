/**
 * @belief The orders that are waiting belong into one list at the top of the file.
 * @says each has a list of its own
 * @says north resolved at second 4 instead of 5
 */
const waiting: number[] = []

export async function handleRequest(request: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, request * 1_000))
}

export async function main(requests: number[]): Promise<void> {
  waiting.push(...requests)
  for (let request = waiting.shift(); request !== undefined; request = waiting.shift()) {
    await handleRequest(request)
  }
}
