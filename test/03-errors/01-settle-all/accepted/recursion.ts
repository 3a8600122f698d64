interface Outcome<T> {
  ok: T[]
  failed: unknown[]
}

/** The first job, and beside it the rest in the same manner. */
export async function settleAll<T>(jobs: (() => Promise<T>)[]): Promise<Outcome<T>> {
  const [first, ...others] = jobs
  if (first === undefined) return { ok: [], failed: [] }
  const one = first().then(
    (value) => ({ ok: [value], failed: [] }),
    (error: unknown) => ({ ok: [], failed: [error] }),
  )
  const [head, rest] = await Promise.all([one, settleAll(others)])
  return { ok: [...head.ok, ...rest.ok], failed: [...head.failed, ...rest.failed] }
}
