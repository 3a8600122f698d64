/**
 * @belief A function that returns a promise cannot throw, so `finally` on the promise is enough.
 * @says main threw, so run should reject: it returns a promise, whatever happens
 * @says no key
 */
let running = false

export function run<T>(main: () => Promise<T>): Promise<T> {
  if (running)
    return Promise.reject(new Error('run() cannot be called while another run() is in progress'))
  running = true
  return main().finally(() => {
    running = false
  })
}
