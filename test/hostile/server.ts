/** @says At test/hostile/server.ts:7 your code uses a server. That takes real time */
import { once } from 'node:events'
import { createServer } from 'node:net'

export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  const server = createServer().listen(0)
  await once(server, 'connection')
  print('World')
}
