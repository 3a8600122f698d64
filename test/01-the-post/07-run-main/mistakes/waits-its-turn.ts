/**
 * @belief A second run may come in when the first is over; until then it waits at the door.
 * @says the door should be locked for a run inside it
 * @says inner run never ended
 */
let last: Promise<unknown> = Promise.resolve()

export function run<T>(main: () => Promise<T>): Promise<T> {
  const mine = last.then(() => main())
  last = mine.catch(() => undefined)
  return mine
}
