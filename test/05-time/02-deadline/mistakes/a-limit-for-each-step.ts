/**
 * @belief Every step has ten seconds.
 * @says withDeadline
 */
interface Deadline {
  signal: AbortSignal
  left(): number
}

export async function withDeadline<T>(
  ms: number,
  job: (deadline: Deadline) => Promise<T>,
  outer?: Deadline,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  let end = 0
  let controller = new AbortController()
  try {
    return await job({
      get signal() {
        clearTimeout(timer)
        end = Date.now() + ms
        controller = new AbortController()
        const late = new DOMException('late', 'TimeoutError')
        timer = setTimeout(() => controller.abort(late), Math.min(ms, outer?.left() ?? ms))
        return controller.signal
      },
      left: () => Math.max(0, end - Date.now()),
    })
  } catch (error) {
    throw controller.signal.aborted ? controller.signal.reason : error
  } finally {
    clearTimeout(timer)
  }
}
