/** @says The code replaces Promise, which belongs to everybody */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  globalThis.Promise = class {} as never
}
