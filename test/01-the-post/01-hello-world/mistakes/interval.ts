/**
 * @belief An interval is a timer like any other: once it has rung, nothing is left of it.
 * @says An interval of 1 second, set at second 0, was still running when the call had ended
 * @says clear it before you leave
 */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await new Promise<void>((resolve) => setInterval(resolve, 1_000))
  print('World')
}
