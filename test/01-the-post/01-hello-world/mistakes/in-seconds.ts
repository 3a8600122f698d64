/**
 * @belief Timers count in seconds, as Python's sleep does.
 * @says main resolved at second 0 instead of 1
 * @says Timers count in milliseconds
 */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await new Promise((resolve) => setTimeout(resolve, 1))
  print('World')
}
