/** @says An endless loop: for a whole second the code at test/hostile/endless-loop-later.ts:5 */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  for (;;);
}
