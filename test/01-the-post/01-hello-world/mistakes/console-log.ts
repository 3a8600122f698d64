/**
 * @belief print is only another name for console.log, and either will do.
 * @says Hello never came
 * @says nothing was said with print, the function that main is given
 */
export async function main(_print: (line: string) => void): Promise<void> {
  console.log('Hello')
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  console.log('World')
}
