/**
 * @belief It does not matter whether the flag is set before main is called or after.
 * @says so the door should be open
 */
let running = false

export async function run<T>(main: () => Promise<T>): Promise<T> {
  if (running) throw new Error('run() cannot be called while another run() is in progress')
  const result = await main()
  running = true
  return result
}
