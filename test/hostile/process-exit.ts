/** @says Your code ends the whole process, with process.exit at test/hostile/process-exit.ts:4 */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  process.exit(0)
}
