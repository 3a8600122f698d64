/** @says throws while it is loaded, on line 2: ReferenceError: promisify is not defined */
const sleep = promisify(setTimeout)

export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await sleep(1_000)
  print('World')
}
