/** Waits in steps of half a second and looks at the clock. */
export async function handleRequest(request: number): Promise<void> {
  const end = Date.now() + request * 1_000
  while (Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

export async function main(requests: number[]): Promise<void> {
  const [first, ...rest] = requests
  if (first === undefined) return
  await handleRequest(first)
  await main(rest)
}
