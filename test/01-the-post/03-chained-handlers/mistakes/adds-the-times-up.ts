/**
 * @belief Timers that ring one after another are as good as waits one after another.
 * @says wait 3 never started
 * @says await one before you start the next
 */
export async function handleRequest(request: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, request * 1_000))
}

export async function main(requests: number[]): Promise<void> {
  let end = 0
  const ends = requests.map((request) => (end += request))
  await Promise.all(ends.map((second) => handleRequest(second)))
}
