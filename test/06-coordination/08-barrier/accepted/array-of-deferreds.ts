function deferred<T>() {
  let resolve!: (value: T) => void
  let reject!: (error: unknown) => void
  const promise = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}

export class Barrier {
  parties: number
  waiting: ReturnType<typeof deferred<number>>[] = []

  constructor(parties: number) {
    this.parties = parties
  }

  wait = ({ signal }: { signal?: AbortSignal } = {}): Promise<number> => {
    const mine = deferred<number>()
    if (signal?.aborted) {
      mine.reject(signal.reason)
      return mine.promise
    }
    this.waiting.push(mine)
    if (this.waiting.length === this.parties) {
      this.takeAll().forEach(({ resolve }, index) => resolve(index))
      return mine.promise
    }
    const leave = () => {
      if (!this.waiting.includes(mine)) return
      for (const other of this.takeAll()) {
        other.reject(other === mine ? signal?.reason : new Error('the barrier is broken'))
      }
    }
    signal?.addEventListener('abort', leave)
    return mine.promise.finally(() => signal?.removeEventListener('abort', leave))
  }

  takeAll() {
    return this.waiting.splice(0, this.waiting.length)
  }
}
