/**
 * @belief What a function of my own is called decides how it counts: sleep(1) is a second.
 * @says Timers count in milliseconds
 */
const sleep = (time: number) => new Promise((resolve) => setTimeout(resolve, time))

export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await sleep(1)
  print('World')
}
