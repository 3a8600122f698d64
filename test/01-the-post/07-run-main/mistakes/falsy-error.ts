/**
 * @belief An error is always something: if there is nothing in the variable, nothing has gone wrong.
 * @says main that rejects with undefined has failed like any other
 * @says it resolved to undefined, where it should have rejected with undefined
 */
let running = false

export async function run<T>(main: () => Promise<T>): Promise<T> {
  if (running) throw new Error('run() cannot be called while another run() is in progress')
  running = true
  let result: T | undefined
  let problem: unknown
  try {
    result = await main()
  } catch (error) {
    problem = error
  }
  running = false
  if (problem) throw problem
  return result as T
}
