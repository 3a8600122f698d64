/**
 * @belief A call of an async function begins nothing; only its await does.
 * @says main resolved at second 9 instead of 25
 */
export async function handleRequest(request: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, request * 1_000))
}

export async function main(requests: number[]): Promise<void> {
  const tasks: Promise<void>[] = []
  for (const request of requests) {
    tasks.push(handleRequest(request))
  }
  for (const task of tasks) {
    await task
  }
}
