/** @says The code replaces Array.prototype.map, which belongs to everybody */
Array.prototype.map = () => []

export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
}
