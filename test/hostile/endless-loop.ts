/** @says An endless loop: for a whole second the code at test/hostile/endless-loop.ts:4 */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  for (;;);
}
