/** @says whole seconds the code at test/hostile/endless-loop-later.ts:5 never let anybody else have a turn */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  for (;;);
}
