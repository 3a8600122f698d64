/**
 * @belief The line after the await is reached in any case.
 * @says A run that has failed is over as well
 * @says it rejected with Error: run() cannot be called while another run() is in progress, where it should have resolved
 */
let running = false

export async function run<T>(main: () => Promise<T>): Promise<T> {
  if (running) throw new Error('run() cannot be called while another run() is in progress')
  running = true
  const result = await main()
  running = false
  return result
}
