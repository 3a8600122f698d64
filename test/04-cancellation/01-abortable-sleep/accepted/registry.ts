type Sleeper = { reject: (reason: unknown) => void; timer: NodeJS.Timeout }

/** One listener a signal for all who sleep on it; the last to wake takes it off. */
const rooms = new WeakMap<AbortSignal, Set<Sleeper>>()

export function sleep(ms: number, options: { signal?: AbortSignal } = {}): Promise<void> {
  const { signal } = options
  if (!signal) return new Promise((resolve) => setTimeout(resolve, ms))
  if (signal.aborted) return Promise.reject(signal.reason)
  return new Promise((resolve, reject) => {
    const room = rooms.get(signal) ?? new Set()
    const timer = setTimeout(() => {
      room.delete(sleeper)
      if (room.size === 0) {
        rooms.delete(signal)
        signal.removeEventListener('abort', wakeAll)
      }
      resolve()
    }, ms)
    const sleeper = { reject, timer }
    room.add(sleeper)
    rooms.set(signal, room)
    signal.addEventListener('abort', wakeAll)
  })
}

function wakeAll(this: AbortSignal): void {
  for (const { reject, timer } of rooms.get(this) ?? []) {
    clearTimeout(timer)
    reject(this.reason)
  }
  rooms.delete(this)
  this.removeEventListener('abort', wakeAll)
}
