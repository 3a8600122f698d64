/**
 * @belief A step that does not stop within five seconds will not stop at all.
 * @says nobody has set the cook a limit
 */
type Step = (signal?: AbortSignal) => Promise<string>

export async function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  const dish: string[] = []
  for (const step of steps) {
    signal.throwIfAborted()
    dish.push(await withGrace(step(signal), signal))
  }
  return dish
}

async function withGrace(step: Promise<string>, signal: AbortSignal): Promise<string> {
  let timer: NodeJS.Timeout | undefined
  let listener = () => {}
  const patience = new Promise<never>((_, reject) => {
    listener = () => (timer = setTimeout(() => reject(signal.reason), 5_000))
    signal.addEventListener('abort', listener)
  })
  try {
    return await Promise.race([step, patience])
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', listener)
  }
}
