/** One timer for the line and another for the end of the function. */
export async function main(print: (line: string) => void): Promise<void> {
  setTimeout(() => print('World'), 1_000)
  print('Hello')
  await new Promise((resolve) => setTimeout(resolve, 1_000))
}
