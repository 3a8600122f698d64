/**
 * @belief What is thrown in a function that returns a promise is a rejection.
 * @says A refusal should come as a rejection
 */
const MESSAGE = 'run() cannot be called while another run() is in progress'

let running = false

export function run<T>(main: () => Promise<T>): Promise<T> {
  if (running) throw new Error(MESSAGE)
  running = true
  return main().finally(() => {
    running = false
  })
}
