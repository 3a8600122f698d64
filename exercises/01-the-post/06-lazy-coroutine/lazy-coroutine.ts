/**
 * Writes `fn` on a slip. It is called when the slip is awaited, not before,
 * and never twice: a second await rejects.
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  // TODO: this cooks at once. Return what calls `fn` when it is awaited and
  // refuses a second await. Delete this comment when you begin.
  return fn()
}
