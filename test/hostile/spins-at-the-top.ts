/** @says An endless loop: for a whole second the code at test/hostile/spins-at-the-top.ts:2 */
for (;;);

export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
}
