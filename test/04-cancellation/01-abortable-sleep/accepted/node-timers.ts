import { setTimeout as wait } from 'node:timers/promises'

/** Node's own sleep, with the signal's own reason. */
export async function sleep(ms: number, options: { signal?: AbortSignal } = {}): Promise<void> {
  try {
    await wait(ms, undefined, options)
  } catch (error) {
    throw options.signal?.aborted ? options.signal.reason : error
  }
}
