/**
 * @belief Every call is on its own, so a run inside a run does no harm.
 * @says the door should be locked for a run inside it
 * @says expected 'no error' to be 'run() cannot be called while another
 */
export function run<T>(main: () => Promise<T>): Promise<T> {
  return main()
}
