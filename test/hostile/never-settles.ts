/** @says main never ended: at second 0 nothing was left that could wake it */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await new Promise(() => {})
}
