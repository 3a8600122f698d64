/** @says An endless loop: for a whole second the code at test/hostile/tick-loop.ts:4 */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  const again = () => process.nextTick(again)
  again()
  await new Promise(() => {})
}
