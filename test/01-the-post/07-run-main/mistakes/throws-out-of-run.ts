/**
 * @belief What is thrown in a function that returns a promise is a rejection.
 * @says A refusal should come as a rejection
 */
let running = false

export function run<T>(main: () => Promise<T>): Promise<T> {
  if (running) throw new Error('run() cannot be called while another run() is in progress')
  running = true
  return main().finally(() => {
    running = false
  })
}
