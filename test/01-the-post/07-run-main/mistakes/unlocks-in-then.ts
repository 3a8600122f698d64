/**
 * @belief then runs when main is over, however it ended.
 * @says so the door should be open
 */
let running = false

export async function run<T>(main: () => Promise<T>): Promise<T> {
  if (running) throw new Error('run() cannot be called while another run() is in progress')
  running = true
  return main().then((result) => {
    running = false
    return result
  })
}
