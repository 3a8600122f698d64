/** @says whole seconds the code at test/hostile/spins-at-the-top.ts:2 never let the event loop turn */
for (;;);

export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
}
