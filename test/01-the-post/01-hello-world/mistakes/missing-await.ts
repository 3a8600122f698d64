/**
 * @belief Making the promise of a second is enough: the function stops there until it is over.
 * @says main ended at second 0 while one wait was still running
 * @says a timer was set, but
 */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  new Promise((resolve) => setTimeout(resolve, 1_000))
  print('World')
}
