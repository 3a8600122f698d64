/** @says The code at test/hostile/busy-wait.ts:5 asks for the time again and again and never lets anybody else have a turn */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  const end = Date.now() + 1_000
  while (Date.now() < end);
  print('World')
}
