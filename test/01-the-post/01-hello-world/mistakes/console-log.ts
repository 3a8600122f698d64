/**
 * @belief print is only another name for console.log, and either will do.
 * @says Hello never came
 * @says print, which main is given, is called twice, with Hello and with World
 */
export async function main(_print: (line: string) => void): Promise<void> {
  console.log('Hello')
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  console.log('World')
}
