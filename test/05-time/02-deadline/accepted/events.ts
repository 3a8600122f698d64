import { addAbortListener } from 'node:events'

interface Deadline {
  signal: AbortSignal
  left(): number
}

export async function withDeadline<T>(
  ms: number,
  job: (deadline: Deadline) => Promise<T>,
  outer?: Deadline,
): Promise<T> {
  const controller = new AbortController()
  const end = performance.now() + Math.min(ms, outer?.left() ?? ms)
  const timer = setTimeout(
    (error: Error) => controller.abort(error),
    end - performance.now(),
    new DOMException('The time is up', 'TimeoutError'),
  )
  const listening =
    outer && addAbortListener(outer.signal, () => controller.abort(outer.signal.reason))
  const left = () => Math.max(0, end - performance.now())
  let result: { value: T } | { error: unknown }
  try {
    result = { value: await job({ signal: controller.signal, left }) }
  } catch (error) {
    result = { error }
  }
  clearTimeout(timer)
  listening?.[Symbol.dispose]()
  controller.signal.throwIfAborted()
  if ('error' in result) throw result.error
  return result.value
}
