/**
 * @belief What is said in the end counts, and not when each part of it is said.
 * @says Hello never came
 * @says print, which main is given, is called twice, with Hello and with World
 */
export async function main(print: (line: string) => void): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  print('Hello World')
}
