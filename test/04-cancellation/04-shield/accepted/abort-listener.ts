import { addAbortListener } from 'node:events'

/** Node's helper calls the listener for an abort that is over, too. */
export function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const listener = addAbortListener(signal, () => reject(signal.reason))
    work.then(
      (value) => {
        listener[Symbol.dispose]()
        resolve(value)
      },
      (error: unknown) => {
        listener[Symbol.dispose]()
        reject(error)
      },
    )
  })
}
