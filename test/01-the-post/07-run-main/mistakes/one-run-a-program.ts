/**
 * @belief A program has one main, so nobody has to unlock the door again.
 * @says so the door should be open
 */
const MESSAGE = 'run() cannot be called while another run() is in progress'

let running = false

export async function run<T>(main: () => Promise<T>): Promise<T> {
  if (running) throw new Error(MESSAGE)
  running = true
  return await main()
}
