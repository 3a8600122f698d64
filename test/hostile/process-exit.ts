/** @says process.exit unexpectedly called */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  process.exit(0)
}
