/**
 * @belief Whoever is given an async function waits for it, and so does setTimeout.
 * @says main ended at second 0 while one wait was still running
 */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  setTimeout(async () => {
    await print('World')
  }, 1_000)
}
