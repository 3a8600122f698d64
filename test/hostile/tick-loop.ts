/** @says whole seconds the code at test/hostile/tick-loop.ts:4 never let anybody else have a turn */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  const again = () => process.nextTick(again)
  again()
  await new Promise(() => {})
}
