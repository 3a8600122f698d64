/**
 * The one door from ordinary code into async code: runs `main`, one run at
 * a time, and hands its result or its error on.
 */
export function run<T>(main: () => Promise<T>): Promise<T> {
  // TODO: this door has no lock. Let in nobody else until main is done.
  // Delete this comment when you begin.
  return main()
}
