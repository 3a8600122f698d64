/** @says An endless loop */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await null
  return main(() => {})
}
