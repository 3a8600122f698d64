/**
 * @belief In a reduce it does not matter whether the accumulator is awaited before or after the call.
 * @says main resolved at second 9 instead of 25
 * @says await one before you start the next
 */
export async function handleRequest(request: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, request * 1_000))
}

export async function main(requests: number[]): Promise<void> {
  await requests.reduce(async (before, request) => {
    const current = handleRequest(request)
    await before
    await current
  }, Promise.resolve())
}
