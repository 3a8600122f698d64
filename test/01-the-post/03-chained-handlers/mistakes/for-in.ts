/**
 * @belief for (… in …) goes through the values of a list, as it does in Python.
 * @says main resolved at second 10 instead of 25
 */
export async function handleRequest(request: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, request * 1_000))
}

export async function main(requests: number[]): Promise<void> {
  for (const request in requests) {
    await handleRequest(Number(request))
  }
}
