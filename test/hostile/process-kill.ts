/** @says ends the process in which it runs */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  process.kill(process.pid, 'SIGKILL')
}
