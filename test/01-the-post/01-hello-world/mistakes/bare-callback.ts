/**
 * @belief A callback that was set in the function is part of it; the function ends after it.
 * @says main ended at second 0 while one wait was still running
 * @says a timer was set, but
 */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  setTimeout(() => print('World'), 1_000)
}
