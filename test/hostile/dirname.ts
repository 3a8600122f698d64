/** @says uses __dirname on line 2, as CommonJS does. */
console.log(__dirname)

export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  print('World')
}
