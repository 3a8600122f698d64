/**
 * @belief `finally` on a promise only looks on; it makes no promise of its own.
 * @says A promise was rejected and nobody was listening
 */
let running = false

export function run<T>(main: () => Promise<T>): Promise<T> {
  if (running)
    return Promise.reject(new Error('run() cannot be called while another run() is in progress'))
  running = true
  const promise = main()
  promise.finally(() => {
    running = false
  })
  return promise
}
