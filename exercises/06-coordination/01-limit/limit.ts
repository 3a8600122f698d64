/**
 * Makes a function that does a job as soon as fewer than `max` of its jobs are
 * under way. Whoever is too many waits in line.
 */
export function limit(
  _max: number,
): <T>(job: () => Promise<T>) => Promise<T> {
  // TODO: everybody cooks at once, on two flames. Make them wait in line.
  // Delete this comment when you begin.
  return (job) => job()
}
