/**
 * @belief then(print('World')) calls print when the promise has resolved.
 * @says World came at second 0 instead of 1
 * @says World came before the wait was over
 */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  const second = new Promise((resolve) => setTimeout(resolve, 1_000))
  // @ts-expect-error: then wants a function, and is given what print returns.
  await second.then(print('World'))
}
