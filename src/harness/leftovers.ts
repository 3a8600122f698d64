import { basename } from 'node:path'

import type { Timer } from '../clock/timer.ts'
import { secondOf } from '../timeline/seconds.ts'
import { inWords, listed } from '../timeline/span.ts'
import type { Failure } from './failure.ts'
import { ownError } from './own-errors.ts'
import { describe } from './sentence.ts'

/** What is said of whatever nobody awaited, cleared or caught. Instants are story milliseconds. */

/** An error that nobody could catch; `where` it was thrown: `a callback`. */
export const uncaught = (error: unknown, where: string): Failure => ({
  kind: 'leftover',
  sentence:
    `An error was thrown in ${where}, where nobody can catch it: ${describe(error)}\n` +
    'Such an error ends a Node process. Make it reject a promise that somebody awaits.',
})

/** A rejection that nobody has handled. */
export function unhandled(reason: unknown): Failure {
  const own = ownError(reason)
  const where = own ? `, at ${basename(own.at.file)}:${own.at.line}` : ''
  return {
    kind: 'unhandled',
    sentence:
      `A promise was rejected and nobody was listening: ${describe(reason)}${where}\n` +
      'Such a rejection ends a Node process. Await the promise, or catch its error, before it fails; ' +
      'and mind that each then makes a promise of its own.',
  }
}

/** A timer that is still waiting when all calls have settled. */
export function timerLeft({ repeats, delay, created }: Timer): Failure {
  const [what, until] = repeats ? ['An interval', 'it is cleared'] : ['A timer', 'it rings']
  return {
    kind: 'leftover',
    sentence:
      `${what} of ${inWords(delay)}, set at second ` +
      `${secondOf(created)}, was still running when the call had ended.\n` +
      `Node stays open until ${until}. Wait for it, or clear it before you leave.`,
  }
}

/** A timer without ref for which a call still waits, and nothing else keeps Node open. */
export const onlyUnrefed = ({ delay }: Timer, call: string, now: number): Failure => ({
  kind: 'leftover',
  sentence:
    `At second ${secondOf(now)} nothing was left but a timer of ${inWords(delay)} that is ` +
    `unref'd, and Node does not wait for those: the program would end there, before ` +
    `${call} ends.\nAbortSignal.timeout and unref() make such timers. Use one that keeps Node open.`,
})

/** A call that can never settle; `outside` names what is open that the story's clock cannot hold. */
export function neverSettled(
  call: string,
  { now, outside, open }: { now: number; outside: readonly string[]; open: string },
): Failure {
  const nothing =
    outside.length === 0
      ? 'nothing was left that could wake it, no timer and no event'
      : `no timer was left that could wake it, only ${listed(outside)}, for which this story has no place`
  return {
    kind: 'never settled',
    sentence:
      `${call} never ended: at second ${secondOf(now)} ${nothing}.\n` +
      `Still open: ${open}.\n` +
      'Somewhere a promise is awaited that nobody resolves or rejects.',
  }
}
