/**
 * @belief The line after main() runs when main is over.
 * @says should be locked for a run inside it
 */
let running = false

export async function run<T>(main: () => Promise<T>): Promise<T> {
  if (running) throw new Error('run() cannot be called while another run() is in progress')
  running = true
  const result = main()
  running = false
  return result
}
