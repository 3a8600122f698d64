/**
 * @belief It does no harm when the door is opened a moment after the run.
 * @says Every run before is over, so the door should be open
 */
let running = false

export async function run<T>(main: () => Promise<T>): Promise<T> {
  if (running) throw new Error('run() cannot be called while another run() is in progress')
  running = true
  try {
    return await main()
  } finally {
    setImmediate(() => {
      running = false
    })
  }
}
