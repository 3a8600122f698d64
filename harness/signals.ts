import { getEventListeners } from 'node:events'

/** A sentence for each signal that a test handed out and that somebody still listens to. */
export const abortListenersLeft = (
  signals: readonly { name: string; signal: AbortSignal }[],
): string[] =>
  signals
    .filter(({ signal }) => !signal.aborted && listening(signal) > 0)
    .map(
      ({ name, signal }) =>
        `${count(listening(signal))} left on the signal "${name}" after the ` +
        'work was done.\nA signal can live for hours and collects them: remove the listener when ' +
        'you no longer need it.',
    )

/** Node keeps its wrapper for `onabort` when that is set back to null; it calls nobody any more. */
const listening = (signal: AbortSignal): number =>
  getEventListeners(signal, 'abort').filter(
    (listener) => !('handler' in listener) || listener.handler !== null,
  ).length

const count = (listeners: number): string =>
  listeners === 1 ? 'An abort listener was' : `${listeners} abort listeners were`
