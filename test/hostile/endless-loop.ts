/** @says whole seconds the code at test/hostile/endless-loop.ts:4 never let anybody else have a turn */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  for (;;);
}
