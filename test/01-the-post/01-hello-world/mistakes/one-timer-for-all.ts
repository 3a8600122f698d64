/**
 * @belief There is one sign, so one timer at the top of the file will do.
 * @says every call waits for a second of its own, also beside another one
 * @says north never ended
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
