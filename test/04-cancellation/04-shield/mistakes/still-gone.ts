/**
 * @belief Once somebody has left, a flag in the file says so.
 * @says Nobody has left this signal
 * @says One call must not remember anything of another
 */
let gone = false

export function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      gone = true
      reject(signal.reason)
    }
    signal.addEventListener('abort', leave)
    if (signal.aborted || gone) leave()
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}
