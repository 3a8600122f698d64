/**
 * @belief There is one sign, so one timer at the top of the file will do.
 * @says Two calls of main at the same time do not disturb each other
 * @says each waits for a second of its own
 */
let timer: NodeJS.Timeout | undefined

export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await new Promise((resolve) => {
    clearTimeout(timer)
    timer = setTimeout(resolve, 1_000)
  })
  print('World')
}
