/**
 * @belief finally comes when the promise that the try returns is over.
 * @says should be locked for a run inside it
 */
let running = false

export function run<T>(main: () => Promise<T>): Promise<T> {
  if (running)
    return Promise.reject(new Error('run() cannot be called while another run() is in progress'))
  running = true
  try {
    return main()
  } catch (error) {
    return Promise.reject(error)
  } finally {
    running = false
  }
}
