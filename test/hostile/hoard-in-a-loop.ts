/** @says test/hostile/hoard-in-a-loop.ts:6 */
const hoard: string[] = []

export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  for (let count = 0; ; count += 1) hoard.push(`order ${count} `.repeat(1_000).toUpperCase())
}
