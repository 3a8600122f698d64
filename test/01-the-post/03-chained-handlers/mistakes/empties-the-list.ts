/**
 * @belief The list is mine as soon as it has been given to me, so I may take the requests out of it.
 * @says The list belongs to the caller
 * @says Afterwards it was: []
 */
export async function handleRequest(request: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, request * 1_000))
}

export async function main(requests: number[]): Promise<void> {
  while (requests.length > 0) {
    await handleRequest(requests.shift()!)
  }
}
