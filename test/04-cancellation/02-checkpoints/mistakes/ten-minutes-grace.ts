/**
 * @belief A step that does not stop within ten minutes will not stop at all.
 * @says nobody has set the cook a limit
 */
type Step = (signal?: AbortSignal) => Promise<string>
export async function cook(steps: Step[], signal: AbortSignal) {
  const dish: string[] = []
  for (const step of steps) {
    signal.throwIfAborted()
    let timer: NodeJS.Timeout | undefined
    let leave = () => {}
    try {
      dish.push(
        await Promise.race([
          step(signal),
          new Promise<never>((_, reject) => {
            leave = () => {
              timer = setTimeout(() => reject(signal.reason), 600_000)
            }
            signal.addEventListener('abort', leave)
          }),
        ]),
      )
    } finally {
      clearTimeout(timer)
      signal.removeEventListener('abort', leave)
    }
  }
  return dish
}
