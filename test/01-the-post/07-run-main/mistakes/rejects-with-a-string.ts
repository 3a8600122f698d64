/**
 * @belief Whatever one throws, the message arrives.
 * @says it rejected with 'run() cannot be called while another run() is in progress'
 */
let running = false

export async function run<T>(main: () => Promise<T>): Promise<T> {
  if (running) throw 'run() cannot be called while another run() is in progress'
  running = true
  try {
    return await main()
  } finally {
    running = false
  }
}
