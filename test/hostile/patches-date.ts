/** @says The code replaces Date, which belongs to everybody */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  globalThis.Date = class {} as never
}
