import { promisify } from 'node:util'

const sleep = promisify(setTimeout)

/** One request after another, as a stream that is drained. */
async function* handled(requests: Iterable<number>): AsyncGenerator<number> {
  for (const request of requests) {
    await sleep(request * 1_000)
    yield request
  }
}

export async function handleRequest(request: number): Promise<void> {
  for await (const _ of handled([request]));
}

export async function main(requests: number[]): Promise<void> {
  const stream = handled(requests)
  while (!(await stream.next()).done);
}
