/**
 * @belief All that a function does belongs into the try.
 * @says though a second one has been refused
 * @says it resolved to 'another main', where it should have rejected
 */
let running = false

export async function run<T>(main: () => Promise<T>): Promise<T> {
  try {
    if (running) throw new Error('run() cannot be called while another run() is in progress')
    running = true
    return await main()
  } finally {
    running = false
  }
}
