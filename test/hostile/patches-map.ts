/** @says The code replaces Array.prototype.map, which belongs to everybody */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  Array.prototype.map = () => []
}
