/**
 * @belief The message is the error, so one may reject with the message itself.
 * @says should be locked for a run inside it
 */
let running = false

export function run<T>(main: () => Promise<T>): Promise<T> {
  if (running) return Promise.reject('run() cannot be called while another run() is in progress')
  running = true
  return main().finally(() => {
    running = false
  })
}
