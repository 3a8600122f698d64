/**
 * @belief Who comes while a run is in progress gets the result of that one.
 * @says the door should be locked for a run inside it
 * @says inner run never ended
 */
let current: Promise<any> | undefined

export function run<T>(main: () => Promise<T>): Promise<T> {
  current ??= main().finally(() => {
    current = undefined
  })
  return current
}
