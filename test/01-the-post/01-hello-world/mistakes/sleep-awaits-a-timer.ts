/**
 * @belief setTimeout returns something that an await can wait for.
 * @says main ended at second 0 while one wait was still running
 */
async function sleep(ms: number): Promise<void> {
  await setTimeout(() => undefined, ms)
}

export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await sleep(1_000)
  print('World')
}
