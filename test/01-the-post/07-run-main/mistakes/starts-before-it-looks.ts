/**
 * @belief What a function returns can be thrown away, so main may be called first.
 * @says no main of theirs is started
 * @says inner main ran at second 2, once too often
 */
let running = false

export async function run<T>(main: () => Promise<T>): Promise<T> {
  const promise = main()
  if (running) throw new Error('run() cannot be called while another run() is in progress')
  running = true
  try {
    return await promise
  } finally {
    running = false
  }
}
