/**
 * @belief setTimeout(print('World'), 1_000) calls print when the second is over.
 * @says callback
 */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  // @ts-expect-error: setTimeout wants a function, and is given what print returns.
  await setTimeout(print('World'), 1_000)
}
