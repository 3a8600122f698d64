/**
 * @belief setInterval calls once, when the time is over.
 * @says World ran at second 2, once too often
 */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await new Promise<void>((resolve) => {
    setInterval(() => {
      print('World')
      resolve()
    }, 1_000)
  })
}
