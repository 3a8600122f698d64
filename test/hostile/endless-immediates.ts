/**
 * @says somewhere a loop or an interval goes on for ever
 * @or The test was still running after
 */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  for (;;) await new Promise((resolve) => setImmediate(resolve))
}
