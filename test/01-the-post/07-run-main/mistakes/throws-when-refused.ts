/**
 * @belief Whether a function that returns a promise throws or rejects makes no difference.
 * @says A refusal should come as a rejection
 * @says run itself threw
 */
let running = false

export function run<T>(main: () => Promise<T>): Promise<T> {
  if (running) throw new Error('run() cannot be called while another run() is in progress')
  running = true
  return Promise.resolve()
    .then(main)
    .finally(() => {
      running = false
    })
}
