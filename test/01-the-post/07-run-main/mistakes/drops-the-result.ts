/**
 * @belief run is there to start main; what main returns is its own business.
 * @says run should hand on what main returns: undefined, where it should be '42 guests'
 */
let running = false

export async function run(main: () => Promise<unknown>): Promise<void> {
  if (running) throw new Error('run() cannot be called while another run() is in progress')
  running = true
  try {
    await main()
  } finally {
    running = false
  }
}
