/**
 * @belief setTimeout returns something that an await can wait for.
 * @says the timer was set, but main did not wait for it
 * @says An await needs a promise that the timer resolves
 */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await setTimeout(() => undefined, 1_000)
  print('World')
}
