import { expect, test } from 'vitest'

import { everyInterleaving, inThisOrder, type Interleaving } from './interleavings.ts'

/** Collects results in the order in which they come: right only if jobs settle in order. */
const byArrival = async ({ job }: Interleaving) => {
  const arrived: number[] = []
  await Promise.all([1, 2, 3].map(async (n) => arrived.push(await job(`job ${n}`, n)())))
  expect(arrived).toEqual([1, 2, 3])
}

const byIndex = async ({ job }: Interleaving) => {
  expect(await Promise.all([1, 2, 3].map((n) => job(`job ${n}`, n)()))).toEqual([1, 2, 3])
}

test('what holds in every order passes', async () => {
  await everyInterleaving(byIndex)
})

test('a failure names the order, and how to see it again', async () => {
  const failure = await everyInterleaving(byArrival).catch((error: unknown) => error as Error)

  expect(failure?.message).toMatch(/end in another order:( job \d,?){3}/)
  const ids =
    /inThisOrder\(\[([\d, ]+)\]/
      .exec(failure?.message ?? '')?.[1]
      ?.split(', ')
      .map(Number) ?? []
  expect(ids).toHaveLength(3)
  await expect(inThisOrder(ids, byArrival)).rejects.toThrow(/where it should be/)
})

test('the same orders are tried every time', async () => {
  const orders = [[], []] as string[][]
  for (const seen of orders) {
    await everyInterleaving(async ({ job }) => {
      await Promise.all(
        ['a', 'b', 'c'].map(async (name) => {
          await job(name, name)()
          seen.push(name)
        }),
      )
    })
  }

  expect(orders[0]).toEqual(orders[1])
  expect(new Set(chunks(orders[0] ?? [], 3)).size).toBe(6)
})

test('a failing job rejects, and an unhandled one is told', async () => {
  await everyInterleaving(async ({ failingJob }) => {
    await expect(failingJob('burnt', new Error('burnt'))()).rejects.toThrow('burnt')
  })
  const careless = everyInterleaving(async ({ job, failingJob }) => {
    void failingJob('burnt', new Error('burnt'))()
    await job('done', 1)()
  })
  await expect(careless).rejects.toThrow(/nobody was listening/)
})

test('a job that is never released leaves nobody hanging', async () => {
  await expect(everyInterleaving(() => new Promise(() => undefined))).rejects.toThrow(
    /the scenario never ended/,
  )
})

const chunks = (names: string[], size: number): string[] =>
  names.flatMap((_, index) => (index % size === 0 ? [names.slice(index, index + size).join()] : []))
