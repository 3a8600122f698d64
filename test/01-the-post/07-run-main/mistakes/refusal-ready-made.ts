/**
 * @belief The refusal is always the same, so one may make it in advance.
 * @says A promise was rejected and nobody was listening: Error: run() cannot be called
 */
let running = false

export function run<T>(main: () => Promise<T>): Promise<T> {
  const refusal = Promise.reject(
    new Error('run() cannot be called while another run() is in progress'),
  )
  if (running) return refusal
  running = true
  return Promise.resolve()
    .then(main)
    .finally(() => {
      running = false
    })
}
