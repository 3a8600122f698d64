/**
 * @belief In a try, `return main()` is the same as `return await main()`.
 * @says As long as main is running, the door should be locked for a run inside it
 * @says it resolved to 'inner main', where it should have rejected
 */
let running = false

export async function run<T>(main: () => Promise<T>): Promise<T> {
  if (running) throw new Error('run() cannot be called while another run() is in progress')
  running = true
  try {
    return main()
  } finally {
    running = false
  }
}
