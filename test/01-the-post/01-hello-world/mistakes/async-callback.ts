/**
 * @belief Wherever an await stands, it waits for the timer beside it.
 * @says main ended at second 0 while one wait was still running
 */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  setTimeout(async () => {
    await print('World')
  }, 1_000)
}
