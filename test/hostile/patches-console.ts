/** @says The code replaces console.log, which belongs to everybody */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  console.log = () => {}
}
