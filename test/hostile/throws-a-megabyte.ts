/** @says Your code threw Error: page one */
export async function main(print: (line: string) => void): Promise<void> {
  print('\x1b[2Jbread '.repeat(200_000))
  console.error(new Error('x'.repeat(1_000_000)))
  throw new Error('page one\x1b[2J' + ' and so on'.repeat(100_000) + '\nline'.repeat(100_000))
}
