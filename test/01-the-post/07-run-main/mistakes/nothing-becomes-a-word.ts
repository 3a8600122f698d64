/**
 * @belief A main without a result has nothing to say, so run says that it is done.
 * @says what each of them returns
 * @says 'done'
 */
let running = false

export async function run<T>(main: () => Promise<T>): Promise<T> {
  if (running) throw new Error('run() cannot be called while another run() is in progress')
  running = true
  try {
    return (await main()) || ('done' as T)
  } finally {
    running = false
  }
}
