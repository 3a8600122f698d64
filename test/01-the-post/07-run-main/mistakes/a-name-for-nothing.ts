/**
 * @belief Nobody can make anything of undefined, so an error has to take its place.
 * @says No error of yours takes the place of undefined
 */
let running = false

export async function run<T>(main: () => Promise<T>): Promise<T> {
  if (running) throw new Error('run() cannot be called while another run() is in progress')
  running = true
  try {
    return await main()
  } catch (error) {
    throw error ?? new Error('main failed')
  } finally {
    running = false
  }
}
