/**
 * @belief A then is enough: the function has promised the rest, so it waits for it.
 * @says main ended at second 0 while one wait was still running
 * @says a timer was set, but
 */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  new Promise((resolve) => setTimeout(resolve, 1_000)).then(() => print('World'))
}
