/** Opens the shop: says Hello, and one second later World. */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  // setTimeout returns at once; only a promise around it can be awaited.
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  print('World')
}
