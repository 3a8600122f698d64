/** Listens during the call, and not only when the loop begins. */
export function asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const outcomes: PromiseSettledResult<T>[] = []
  let wake = () => {}
  let expected = 0
  for (const promise of promises) {
    expected += 1
    void note(promise).then((outcome) => {
      outcomes.push(outcome)
      wake()
    })
  }

  async function* inOrder(from: number): AsyncGenerator<T> {
    if (from === expected) return
    while (outcomes.length <= from) await new Promise<void>((resolve) => (wake = resolve))
    const outcome = outcomes[from]!
    if (outcome.status === 'rejected') throw outcome.reason
    yield outcome.value
    yield* inOrder(from + 1)
  }
  return inOrder(0)
}

async function note<T>(promise: PromiseLike<T>): Promise<PromiseSettledResult<T>> {
  try {
    return { status: 'fulfilled', value: await promise }
  } catch (reason) {
    return { status: 'rejected', reason }
  }
}
