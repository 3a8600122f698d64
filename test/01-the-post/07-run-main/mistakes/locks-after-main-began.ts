/**
 * @belief There is no hurry with the lock, since main has to wait for something first.
 * @says main may call run in its very first line
 * @says it resolved to 'inner main', where it should have rejected
 */
let running = false

export async function run<T>(main: () => Promise<T>): Promise<T> {
  if (running) throw new Error('run() cannot be called while another run() is in progress')
  const promise = main()
  running = true
  try {
    return await promise
  } finally {
    running = false
  }
}
