/**
 * @belief setTimeout(1_000) is a sleep of one second.
 * @says callback
 */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  // @ts-expect-error: setTimeout wants a function first.
  await setTimeout(1_000)
  print('World')
}
