/**
 * @belief The list is over when what comes next is nothing.
 * @says whoever stands behind it is served as well
 * @says main resolved at second 2 instead of 3
 */
export async function handleRequest(request: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, request * 1_000))
}

export async function main(requests: number[]): Promise<void> {
  const [request, ...rest] = requests
  if (!request) return
  await handleRequest(request)
  await main(rest)
}
