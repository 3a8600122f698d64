/**
 * @belief A timer that is unref'd is not left running, so unref is the tidy way to wait.
 * @says Node does not wait for
 */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await new Promise((resolve) => setTimeout(resolve, 1_000).unref())
  print('World')
}
