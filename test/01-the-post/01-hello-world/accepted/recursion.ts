import { scheduler } from 'node:timers/promises'

/** Says what is due, and leaves the rest of the lines to itself. */
class Sign {
  readonly #print: (line: string) => void

  constructor(print: (line: string) => void) {
    this.#print = print
  }

  async say([line, ...rest]: string[]): Promise<void> {
    this.#print(String(line))
    if (rest.length === 0) return
    for (let tenth = 0; tenth < 10; tenth += 1) await scheduler.wait(100)
    await this.say(rest)
  }
}

export const main = (print: (line: string) => void): Promise<void> =>
  new Sign(print).say(['Hello', 'World'])
