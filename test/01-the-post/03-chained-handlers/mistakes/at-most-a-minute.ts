/**
 * @belief Nothing stands on a stove for longer than a minute.
 * @says A request of 3_600 takes 3_600 seconds, however long that is
 */
export async function handleRequest(request: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, Math.min(request, 60) * 1_000))
}

export async function main(requests: number[]): Promise<void> {
  for (const request of requests) await handleRequest(request)
}
