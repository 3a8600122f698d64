/**
 * @belief setTimeout returns something that an await can wait for.
 * @says a timer was set, but
 */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await setTimeout(() => undefined, 1_000)
  print('World')
}
