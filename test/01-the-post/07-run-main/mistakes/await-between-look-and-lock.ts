/**
 * @belief Between looking whether the door is open and locking it, nobody else can come.
 * @says Two runs are called one right after the other, and the second comes too late
 * @says it resolved to 'two', where it should have rejected
 */
let running = false

export async function run<T>(main: () => Promise<T>): Promise<T> {
  if (running) throw new Error('run() cannot be called while another run() is in progress')
  await Promise.resolve()
  running = true
  try {
    return await main()
  } finally {
    running = false
  }
}
