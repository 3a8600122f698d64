/**
 * @belief An error that has been logged has been handled.
 * @says who called run is the last who can hear of it
 * @says it resolved to undefined, where it should have rejected with Error: the gas is off
 */
let running = false

const log: unknown[] = []

export async function run<T>(main: () => Promise<T>): Promise<T | undefined> {
  if (running) throw new Error('run() cannot be called while another run() is in progress')
  running = true
  try {
    return await main()
  } catch (error) {
    log.push(error)
    return undefined
  } finally {
    running = false
  }
}
