/** @says Maximum call stack size exceeded */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await main(() => {})
}
