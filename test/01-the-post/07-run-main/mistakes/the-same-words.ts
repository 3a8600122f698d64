/**
 * @belief A new error with the same message is the same error.
 * @says it rejected with another error that says the same
 */
let running = false

export async function run<T>(main: () => Promise<T>): Promise<T> {
  if (running) throw new Error('run() cannot be called while another run() is in progress')
  running = true
  try {
    return await main()
  } catch (error) {
    throw error instanceof Error ? new Error(error.message, { cause: error }) : error
  } finally {
    running = false
  }
}
