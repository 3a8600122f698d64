/**
 * @belief A sleep may give back its timer, and an await waits for that.
 * @says main ended at second 0 while one wait was still running
 */
const sleep = (ms: number) => setTimeout(() => undefined, ms)

export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await sleep(1_000)
  print('World')
}
