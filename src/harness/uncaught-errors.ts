import { nativeTimers } from '../clock/native-timers.ts'
import type { Timeline } from './timeline.ts'

/**
 * Listens for errors that nobody handles and notes them in the timeline of the test to which they
 * belong. Vitest stays quiet while somebody else listens.
 */
export function listenForUncaughtErrors(timeline: Timeline) {
  const onRejection = (reason: unknown) => timeline.unheard(reason)
  const onException = (error: unknown) => timeline.threw(error, 'a callback')
  process.on('unhandledRejection', onRejection)
  process.on('uncaughtException', onException)

  return {
    /** Node reports at the end of a turn: two more turns, and everything has been heard. */
    async heard(): Promise<void> {
      for (let turn = 0; turn < 2; turn += 1) {
        await new Promise((resolve) => nativeTimers.setImmediate(resolve))
      }
    },
    stop(): void {
      process.off('unhandledRejection', onRejection)
      process.off('uncaughtException', onException)
    },
  }
}
