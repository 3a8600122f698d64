/**
 * @belief An error should be wrapped by everybody through whose hands it goes.
 * @says who called run is the last who can hear of it
 * @says it rejected with Error: run() failed, where it should have rejected with Error: the gas is off
 */
let running = false

export async function run<T>(main: () => Promise<T>): Promise<T> {
  if (running) throw new Error('run() cannot be called while another run() is in progress')
  running = true
  try {
    return await main()
  } catch (error) {
    throw new Error('run() failed', { cause: error })
  } finally {
    running = false
  }
}
