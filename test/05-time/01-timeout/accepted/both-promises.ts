export async function withTimeout<T>(
  ms: number,
  job: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  let timer!: ReturnType<typeof setTimeout>
  const alarm = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, ms, 'late')
  })
  const work = Promise.resolve().then(() => job(controller.signal))
  const done = work.then(
    () => 'done' as const,
    () => 'done' as const,
  )
  if ((await Promise.race([done, alarm])) === 'done') {
    clearTimeout(timer)
    return work
  }
  controller.abort(new DOMException('late', 'TimeoutError'))
  await done
  throw controller.signal.reason
}
