import { promisify } from 'node:util'

const sleep = promisify(setTimeout)

async function* lines(): AsyncGenerator<string> {
  yield 'Hello'
  await sleep(1_000)
  yield 'World'
}

export async function main(print: (line: string) => void): Promise<void> {
  for await (const line of lines()) print(line)
}
