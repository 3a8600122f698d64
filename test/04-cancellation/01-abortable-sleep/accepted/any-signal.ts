/** The end of the sleep is a signal as well: whichever of the two comes first. */
export function sleep(ms: number, { signal }: { signal?: AbortSignal } = {}): Promise<void> {
  const alarm = new AbortController()
  const either = AbortSignal.any(signal ? [signal, alarm.signal] : [alarm.signal])
  return new Promise((resolve, reject) => {
    const wake = () => {
      clearTimeout(timer)
      if (alarm.signal.aborted) resolve()
      else reject(either.reason)
    }
    if (either.aborted) return reject(either.reason)
    const timer = setTimeout(() => alarm.abort(), ms)
    either.addEventListener('abort', wake, { once: true })
  })
}
