/**
 * @belief A program has one main, so nobody has to unlock the door again.
 * @says so the door should be open
 */
let running = false

export async function run<T>(main: () => Promise<T>): Promise<T> {
  if (running) throw new Error('run() cannot be called while another run() is in progress')
  running = true
  return await main()
}
