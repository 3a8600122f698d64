/**
 * @belief After a failure nobody is in a hurry to open the door again.
 * @says A run that has failed is over as well, so the door should be open at once
 */
let running = false

export function run<T>(main: () => Promise<T>): Promise<T> {
  if (running)
    return Promise.reject(new Error('run() cannot be called while another run() is in progress'))
  running = true
  const result = Promise.resolve().then(main)
  result.then(
    () => {
      running = false
    },
    () =>
      setImmediate(() => {
        running = false
      }),
  )
  return result
}
