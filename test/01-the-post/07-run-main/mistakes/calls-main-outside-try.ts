/**
 * @belief Only the await can fail, so only the await belongs into the try.
 * @says main threw before it returned a promise
 * @says it rejected with Error: run() cannot be called while another run() is in progress, where it should have resolved
 */
let running = false

export async function run<T>(main: () => Promise<T>): Promise<T> {
  if (running) throw new Error('run() cannot be called while another run() is in progress')
  running = true
  const promise = main()
  try {
    return await promise
  } finally {
    running = false
  }
}
