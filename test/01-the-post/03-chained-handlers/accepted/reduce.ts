import { setTimeout as sleep } from 'node:timers/promises'

export const handleRequest = (request: number): Promise<void> => sleep(request * 1_000)

export const main = (requests: number[]): Promise<void> =>
  requests.reduce(async (before, request) => {
    await before
    await handleRequest(request)
  }, Promise.resolve())
