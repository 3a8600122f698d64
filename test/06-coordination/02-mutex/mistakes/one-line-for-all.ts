/**
 * @belief What is written at the top of the file belongs to each mutex.
 * @says two doors know nothing of each other
 */
interface Stock {
  read(): Promise<number>
  write(count: number): Promise<void>
}

export class Mutex {
  static held = false
  static readonly line: (() => void)[] = []

  get locked(): boolean {
    return Mutex.held
  }

  async runExclusive<T>(job: () => Promise<T>): Promise<T> {
    if (Mutex.held) await new Promise<void>((resolve) => Mutex.line.push(resolve))
    Mutex.held = true
    try {
      return await job()
    } finally {
      const next = Mutex.line.shift()
      if (next) next()
      else Mutex.held = false
    }
  }
}

export function buy(stock: Stock, mutex: Mutex): Promise<void> {
  return mutex.runExclusive(async () => {
    const count = await stock.read()
    await stock.write(count - 1)
  })
}
