/**
 * @belief Waiting means looking at the clock until the time has come.
 * @says never lets anybody else have a turn: a busy loop
 * @says Await a timer instead
 */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  const end = Date.now() + 1_000
  while (Date.now() < end);
  print('World')
}
