/**
 * @belief To run main is to start it.
 * @says run should hand on what main returns: undefined, where it should be '42 guests'
 */
let running = false

export async function run(main: () => Promise<unknown>): Promise<void> {
  if (running) throw new Error('run() cannot be called while another run() is in progress')
  running = true
  main().finally(() => {
    running = false
  })
}
