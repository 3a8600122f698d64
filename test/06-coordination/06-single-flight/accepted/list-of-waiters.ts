export function singleFlight<K, V>(load: (key: K) => Promise<V>): (key: K) => Promise<V> {
  interface Waiter {
    resolve: (value: V) => void
    reject: (error: unknown) => void
  }
  const waiting = new Map<K, Waiter[]>()

  const go = async (key: K, waiters: Waiter[]) => {
    let tell: (waiter: Waiter) => void
    try {
      const value = await load(key)
      tell = ({ resolve }) => resolve(value)
    } catch (error) {
      tell = ({ reject }) => reject(error)
    }
    waiting.delete(key)
    waiters.forEach(tell)
  }

  return (key) =>
    new Promise((resolve, reject) => {
      const waiters = waiting.get(key)
      if (waiters) return void waiters.push({ resolve, reject })
      const first = [{ resolve, reject }]
      waiting.set(key, first)
      void go(key, first)
    })
}
