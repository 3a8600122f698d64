/**
 * @belief An async function is put off as a whole: it begins when the wait is over.
 * @says Hello came at second 1 instead of 0
 * @says Hello came only when the wait was over
 */
export async function main(print: (line: string) => void): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  print('Hello')
  print('World')
}
