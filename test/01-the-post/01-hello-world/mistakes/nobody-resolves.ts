/**
 * @belief A promise around a timer is resolved by itself when the timer rings.
 * @says main never ended
 * @says a promise is awaited that nobody resolves
 */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await new Promise(() => setTimeout(() => undefined, 1_000))
  print('World')
}
