/**
 * @belief One may call a function to look at what it returns, and call it again to use it.
 * @says main ran at second 0, once too often
 */
let running = false

export async function run<T>(main: () => Promise<T>): Promise<T> {
  if (running) throw new Error('run() cannot be called while another run() is in progress')
  running = true
  try {
    if (!(main() instanceof Promise)) throw new Error('main is not an async function')
    return await main()
  } finally {
    running = false
  }
}
