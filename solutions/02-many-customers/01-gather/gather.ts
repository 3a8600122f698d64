/**
 * Waits for all of them together. Resolves to their values, in the order of
 * the list, or fails with the first error, as soon as it is there.
 */
export function gather<T>(
  promises: Iterable<T | PromiseLike<T>>,
): Promise<T[]> {
  return new Promise((resolve, reject) => {
    // Copied, since an iterable may be walked only once.
    const all = [...promises]
    const values = new Array<T>(all.length)
    let missing = all.length
    if (missing === 0) resolve(values)

    for (const [index, promise] of all.entries()) {
      // The first reject counts. The others only keep Node calm.
      Promise.resolve(promise).then((value) => {
        values[index] = value
        missing -= 1
        if (missing === 0) resolve(values)
      }, reject)
    }
  })
}
