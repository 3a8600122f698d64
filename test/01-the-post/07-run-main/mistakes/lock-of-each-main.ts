/**
 * @belief Each main has a lock of its own: two different ones do not get into each other's way.
 * @says the door should be locked for a run inside it
 * @says it resolved to 'inner main', where it should have rejected
 */
const running = new Set<() => Promise<unknown>>()

export async function run<T>(main: () => Promise<T>): Promise<T> {
  if (running.has(main))
    throw new Error('run() cannot be called while another run() is in progress')
  running.add(main)
  try {
    return await main()
  } finally {
    running.delete(main)
  }
}
