/** Opens the shop: says Hello, and one second later World. */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  // TODO: wait here for one second. As it is, both lines are said at once.
  // Delete this comment when you begin.
  print('World')
}
