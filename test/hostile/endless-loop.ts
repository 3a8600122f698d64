/** @says whole seconds the code at test/hostile/endless-loop.ts:4 never let the event loop turn */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  for (;;);
}
