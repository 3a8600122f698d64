/**
 * @says The memory is full: more than a gigabyte was taken and not given back, at test/hostile/hoard.ts:
 * @or The memory is full: more than a gigabyte was taken and not given back.
 * @or The test was still running after
 */
const hoard: unknown[] = []

export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  for (;;) {
    hoard.push(Buffer.alloc(20_000_000, 1))
    await new Promise((resolve) => setImmediate(resolve))
  }
}
