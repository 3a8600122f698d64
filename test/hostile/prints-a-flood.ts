/** @says main resolved at second 0 instead of 1 */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  for (let count = 0; count < 100; count += 1) console.log('x'.repeat(1_000_000))
  process.stdout.write('y'.repeat(1_000_000))
}
