/**
 * @belief Who comes while a run is in progress has nothing to do; a return is enough.
 * @says it resolved to undefined, where it should have rejected
 */
let running = false

export async function run<T>(main: () => Promise<T>): Promise<T> {
  // @ts-expect-error there is no T to return
  if (running) return
  running = true
  try {
    return await main()
  } finally {
    running = false
  }
}
