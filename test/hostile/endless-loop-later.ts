/** @says whole seconds the code at test/hostile/endless-loop-later.ts:5 never let the event loop turn */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  for (;;);
}
