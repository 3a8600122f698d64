/**
 * @belief A main that has run once has a result, and need not run again.
 * @says every run calls its main, also one that has been run before
 */
const results = new WeakMap<() => Promise<any>, Promise<any>>()
let running = false

export async function run<T>(main: () => Promise<T>): Promise<T> {
  if (running) throw new Error('run() cannot be called while another run() is in progress')
  running = true
  try {
    if (!results.has(main)) results.set(main, main())
    return await results.get(main)
  } finally {
    running = false
  }
}
