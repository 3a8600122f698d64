import { EventEmitter, on } from 'node:events'

/** An oven that rings, and a cook who counts how often it has rung. */
export class Oven extends EventEmitter {
  heat(seconds: number): this {
    setTimeout(() => this.emit('ring'), seconds * 1_000)
    return this
  }
}

export const handleRequest = (request: number): Promise<void> =>
  new Promise((resolve) => new Oven().heat(request).once('ring', resolve))

export async function main(requests: number[]): Promise<void> {
  const cook = new EventEmitter()
  const waiting = [...requests]
  const next = () => {
    const request = waiting.shift()
    if (request !== undefined) void handleRequest(request).then(() => cook.emit('done'))
  }
  if (waiting.length === 0) return
  const rings = on(cook, 'done')
  next()
  let done = 0
  for await (const _ of rings) {
    done += 1
    if (done === requests.length) break
    next()
  }
}
