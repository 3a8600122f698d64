/**
 * @belief Two timers of one second ring together, so it does not matter which of them was set first.
 * @says World has not been said yet
 */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  const second = new Promise((resolve) => setTimeout(resolve, 1_000))
  setTimeout(() => print('World'), 1_000)
  await second
}
