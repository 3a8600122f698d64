/**
 * @belief A shield has to keep the abort from everybody else.
 * @says The signal belongs to others as well, who want to hear of the abort
 */
export function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (event?: Event) => {
      event?.stopImmediatePropagation()
      reject(signal.reason)
    }
    signal.addEventListener('abort', leave)
    if (signal.aborted) leave()
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}
