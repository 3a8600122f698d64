/** @says somewhere a loop or an interval goes on for ever */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await new Promise(() => setInterval(() => print('World'), 1_000))
}
