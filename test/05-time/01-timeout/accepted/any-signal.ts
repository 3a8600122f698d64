import { EventEmitter } from 'node:events'

/** The limit is a signal among others, which a bell makes. */
export async function withTimeout<T>(
  ms: number,
  job: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const bell = new EventEmitter()
  const limit = new AbortController()
  bell.once('ring', (error: Error) => limit.abort(error))
  const timer = setTimeout(() => {
    bell.emit('ring', new DOMException('ring', 'TimeoutError'))
  }, ms)
  const signal = AbortSignal.any([limit.signal])
  const outcome = await (async () => job(signal))().then(
    (value) => () => value,
    (error: unknown) => (): T => {
      throw error
    },
  )
  clearTimeout(timer)
  bell.removeAllListeners()
  signal.throwIfAborted()
  return outcome()
}
