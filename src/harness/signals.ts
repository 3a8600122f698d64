import { getEventListeners } from 'node:events'
import { isSet } from 'node:util/types'

import type { Failure } from './failure.ts'

/** A failure for each signal that a test handed out and that somebody still listens to. */
export const abortListenersLeft = (signals: readonly HandedOut[]): Failure[] =>
  signals
    .filter(({ signal, alsoWhenAborted }) => !signal.aborted || alsoWhenAborted)
    .filter(({ signal }) => listening(signal) > 0)
    .map(({ name, signal }) => ({
      kind: 'leftover',
      sentence:
        `${count(listening(signal))} left on the signal "${name}" after the ` +
        'work was done.\nA signal can live for hours and collects them: remove the listener when ' +
        'you no longer need it.',
    }))

/** A signal that a test has handed out. */
export interface HandedOut {
  name: string
  signal: AbortSignal
  /** Whether a listener counts as left behind even after the abort: the README says so. */
  alsoWhenAborted: boolean
}

/** Node keeps its wrapper for `onabort` when that is set back to null; it calls nobody any more. */
const listening = (signal: AbortSignal): number =>
  getEventListeners(signal, 'abort').filter(
    (listener) => !('handler' in listener) || listener.handler !== null,
  ).length

/** Whether anybody would notice an abort: a listener, or a signal made with `AbortSignal.any`. */
export const isHeard = (signal: AbortSignal): boolean =>
  listening(signal) > 0 ||
  Object.getOwnPropertySymbols(signal)
    .map((symbol): unknown => Reflect.get(signal, symbol))
    .some((dependants) => isSet(dependants) && dependants.size > 0)

const count = (listeners: number): string =>
  listeners === 1 ? 'An abort listener was' : `${listeners} abort listeners were`
