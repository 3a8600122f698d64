/**
 * @belief Every call is on its own, so a run inside a run does no harm.
 * @says the door should be locked for a run inside it
 * @says it resolved to 'inner main', where it should have rejected
 */
export function run<T>(main: () => Promise<T>): Promise<T> {
  return main()
}
