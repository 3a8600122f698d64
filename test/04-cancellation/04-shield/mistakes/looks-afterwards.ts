/**
 * @belief It is enough to look at the signal when the work is done.
 * @says lets the customer leave at once, and the payment go on to its end
 * @says shield rejected at second 3 instead of 1
 */
export async function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const result = await work
  signal.throwIfAborted()
  return result
}
