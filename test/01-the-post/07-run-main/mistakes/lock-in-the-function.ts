/**
 * @belief A variable inside of a function keeps its value until the next call.
 * @says should be locked for a run inside it
 */
export async function run<T>(main: () => Promise<T>): Promise<T> {
  let running = false
  if (running) throw new Error('run() cannot be called while another run() is in progress')
  running = true
  try {
    return await main()
  } finally {
    running = false
  }
}
