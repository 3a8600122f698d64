/** @says The code replaces setTimeout, which belongs to everybody */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  globalThis.setTimeout = ((go: () => void) => go()) as never
}
