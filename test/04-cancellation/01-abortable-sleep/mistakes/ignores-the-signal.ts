/**
 * @belief An abort stops whatever was given the signal, and the function needs to do nothing.
 * @says sleep resolved at second 9 instead of 2
 * @says nobody was listening to the signal when it was aborted
 */
export function sleep(ms: number, _options: { signal?: AbortSignal } = {}): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
