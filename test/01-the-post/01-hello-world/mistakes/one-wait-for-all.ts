/**
 * @belief A promise that is awaited a second time waits for a second time.
 * @says every call waits for a second of its own
 * @says resolved at second 0 instead of 1
 */
let second: Promise<unknown> | undefined

export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  second ??= new Promise((resolve) => setTimeout(resolve, 1_000))
  await second
  print('World')
}
