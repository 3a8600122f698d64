/**
 * @belief A door is guarded when it is locked.
 * @says Every run before is over, so the door should be open
 * @says it rejected with Error: run() cannot be called while another run() is in progress, where it should have resolved
 */
let running = false

export async function run<T>(main: () => Promise<T>): Promise<T> {
  if (running) throw new Error('run() cannot be called while another run() is in progress')
  running = true
  return main()
}
