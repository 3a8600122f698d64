/**
 * @belief Calling a function that waits makes the caller wait, too.
 * @says main ended at second 0 while one wait was still running
 */
async function sleep(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms))
}

export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  sleep(1_000)
  print('World')
}
