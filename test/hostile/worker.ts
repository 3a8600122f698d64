/** @says At test/hostile/worker.ts:7 your code uses a worker thread. That takes real time */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  const worker = new Worker('setTimeout(() => {}, 1_000)', { eval: true })
  await once(worker, 'exit')
  print('World')
}
