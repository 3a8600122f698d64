/** @says whole seconds the code at test/hostile/spins-at-the-top.ts:2 never let anybody else have a turn */
for (;;);

export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
}
