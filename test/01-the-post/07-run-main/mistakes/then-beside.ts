/**
 * @belief A then beside the promise only looks on; it makes no promise of its own.
 * @says A promise was rejected and nobody was listening
 */
let running = false

export async function run<T>(main: () => Promise<T>): Promise<T> {
  if (running) throw new Error('run() cannot be called while another run() is in progress')
  running = true
  const promise = main()
  promise.then(() => {
    running = false
  })
  return promise
}
