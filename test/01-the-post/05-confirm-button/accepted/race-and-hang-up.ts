import { once, type EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

/** Through an abort signal: the one that is heard first hangs up for both. */
export async function waitForConfirm(page: EventEmitter): Promise<Order> {
  const bell = new AbortController()
  const { signal } = bell
  const confirmed = once(page, 'confirm', { signal }).then(([order]) => order as Order)
  const failed = once(page, 'error', { signal }).then(([error]) => Promise.reject(error))
  failed.catch(() => undefined)
  confirmed.catch(() => undefined)
  try {
    return await Promise.race([confirmed, failed as Promise<never>])
  } finally {
    bell.abort()
  }
}
