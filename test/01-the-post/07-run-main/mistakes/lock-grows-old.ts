/**
 * @belief A run that has not ended after an hour will not end any more, and the door may be opened.
 * @says main has been running for eleven hours
 */
let lockedUntil = 0

export async function run<T>(main: () => Promise<T>): Promise<T> {
  if (Date.now() < lockedUntil)
    throw new Error('run() cannot be called while another run() is in progress')
  lockedUntil = Date.now() + 3_600_000
  try {
    return await main()
  } finally {
    lockedUntil = 0
  }
}
