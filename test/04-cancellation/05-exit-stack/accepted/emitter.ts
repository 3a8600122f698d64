import { EventEmitter } from 'node:events'

type Close = () => void | Promise<void>

/** Each thing that is over says so, and whoever hears it takes the next one from the pile. */
export function withStack<T>(use: (defer: (close: Close) => void) => Promise<T>): Promise<T> {
  const stack: Close[] = []
  const waiter = new EventEmitter()
  const reports: PromiseSettledResult<unknown>[] = []

  const run = (what: () => unknown) => {
    const started = new Promise<unknown>((resolve) => resolve(what()))
    Promise.allSettled([started]).then(([report]) => waiter.emit('over', report))
  }

  return new Promise((resolve, reject) => {
    waiter.on('over', (report: PromiseSettledResult<unknown>) => {
      reports.push(report)
      const next = stack.pop()
      if (next) return run(next)

      const errors = reports.flatMap((one): unknown[] =>
        one.status === 'rejected' ? [[one.reason]] : [],
      ) as [unknown][]
      const [first] = errors
      if (errors.length > 1) reject(new AggregateError(errors.map(([error]) => error)))
      else if (first) reject(first[0])
      else resolve((reports[0] as PromiseFulfilledResult<T>).value)
    })
    run(() => use((close) => stack.push(close)))
  })
}
