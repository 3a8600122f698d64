import { EventEmitter, once } from 'node:events'

class Alarm extends EventEmitter {
  constructor(ms: number) {
    super()
    setTimeout(() => this.emit('ring'), ms)
  }
}

export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await once(new Alarm(1_000), 'ring')
  print('World')
}
