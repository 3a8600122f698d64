/**
 * Resolves after `ms` milliseconds. When the signal is aborted before, or
 * was aborted already, it rejects there and then with the signal's reason.
 */
export async function sleep(
  ms: number,
  options: { signal?: AbortSignal } = {},
): Promise<void> {
  // TODO: nothing wakes this sleeper but its own timer. Let it hear the
  // signal as well. Delete this comment when you begin.
  await new Promise((resolve) => setTimeout(resolve, ms))
}
