/**
 * @belief Node's own sleep takes a signal, so it rejects with the reason of that signal.
 * @says sleep rejects with signal.reason itself, whatever it is
 * @says The operation was aborted
 */
import { setTimeout as wait } from 'node:timers/promises'

export const sleep = (ms: number, options: { signal?: AbortSignal } = {}): Promise<void> =>
  wait(ms, undefined, options)
