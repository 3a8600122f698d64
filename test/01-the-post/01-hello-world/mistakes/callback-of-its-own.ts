/**
 * @belief An await waits until the function behind it has made its callback.
 * @says a timer was set, but main did not wait for it
 */
/** Opens the shop: says Hello, and one second later World. */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await sleep(1000, () => print('World'))
}

async function sleep(ms: number, callback: () => void) {
  setTimeout(callback, ms)
}
