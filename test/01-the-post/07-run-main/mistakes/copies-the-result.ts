/**
 * @belief A copy of the result is as good as the result itself.
 * @says this is another one with the same in it
 */
let running = false

export async function run<T>(main: () => Promise<T>): Promise<T> {
  if (running) throw new Error('run() cannot be called while another run() is in progress')
  running = true
  try {
    return structuredClone(await main())
  } finally {
    running = false
  }
}
