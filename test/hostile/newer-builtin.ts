/**
 * Two seconds instead of one: where this Node knows the built-in, it is refused for that.
 *
 * @says Promise.withResolvers came with Node 22, and this is Node
 * @or main resolved at second 2 instead of 1
 */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  const { promise, resolve } = (Promise as any).withResolvers()
  setTimeout(resolve, 2_000)
  await promise
  print('World')
}
