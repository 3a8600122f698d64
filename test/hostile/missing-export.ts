/** @says exports no `main` */
async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
}
