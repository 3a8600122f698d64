import { AsyncLocalStorage } from 'node:async_hooks'
import timersPromises from 'node:timers/promises'
import { describe, expect, test } from 'vitest'

import { OPENING_TIME } from './builtins.ts'
import { Clock } from './clock.ts'
import { READINGS, STYLES, WAITS } from '../testing/fixtures/sources-of-time.ts'
import { installClock } from './current-clock.ts'
import { nativeTimers } from './native-timers.ts'
import { seconds } from '../timeline/seconds.ts'

/** Time-lapse: a story second lasts 20 real milliseconds. */
const RATE = 50

/** Runs something while a clock is in force. */
async function under<T>(clock: Clock, run: () => Promise<T>): Promise<T> {
  const uninstall = installClock(clock)
  try {
    return await run()
  } finally {
    clock.close()
    uninstall()
  }
}

/** In time-lapse a timer may ring a millisecond of real time early and, on a busy machine, late. */
const EARLY = RATE

describe.each(Object.entries(STYLES))('%s', (_style, origin) => {
  test.each(Object.entries(WAITS))('%s obeys the virtual clock', async (_name, wait) => {
    const clock = new Clock()
    const before = nativeTimers.performanceNow()

    const passed = await under(clock, async () => {
      await wait(await origin(), seconds(3))
      return clock.now
    })

    expect(passed).toBe(3_000)
    expect(nativeTimers.performanceNow() - before).toBeLessThan(1_000)
  })

  test.each(Object.entries(WAITS))('%s obeys the clock in time-lapse', async (_name, wait) => {
    const clock = new Clock({ rate: RATE })
    const before = nativeTimers.performanceNow()

    const passed = await under(clock, async () => {
      const sources = await origin()
      const start = clock.now
      await wait(sources, seconds(1))
      return clock.now - start
    })

    expect(passed).toBeGreaterThanOrEqual(1_000 - EARLY)
    expect(nativeTimers.performanceNow() - before).toBeLessThan(2_000)
  })

  test.each(Object.entries(READINGS))(
    '%s tells the time of the virtual clock',
    async (_name, read) => {
      const sources = await origin()
      const clock = new Clock()

      const passed = await under(clock, async () => {
        const before = read(sources)
        await clock.sleep(seconds(3))
        return read(sources) - before
      })

      expect(passed).toBe(3_000)
    },
  )

  test.each(Object.entries(READINGS))('%s tells the time in time-lapse', async (_name, read) => {
    const sources = await origin()
    const clock = new Clock({ rate: RATE })

    const [passed, story] = await under(clock, async () => {
      const [before, start] = [read(sources), clock.now]
      await clock.sleep(seconds(2))
      return [read(sources) - before, clock.now - start]
    })

    // Date counts in whole seconds when it is printed.
    expect(Math.abs(passed - story)).toBeLessThanOrEqual(1_000)
    expect(passed).toBeGreaterThanOrEqual(1_000 - EARLY)
  })

  test.each(Object.entries(WAITS))('%s is real again afterwards', async (_name, wait) => {
    const sources = await origin()
    const before = nativeTimers.performanceNow()

    await wait(sources, 8)

    expect(nativeTimers.performanceNow() - before).toBeGreaterThanOrEqual(6)
  })

  test.each(Object.entries(READINGS))('%s is real again afterwards', async (name, read) => {
    const sources = await origin()
    const before = [read(sources), nativeTimers.performanceNow()] as const

    await new Promise((resolve) => nativeTimers.setTimeout(resolve, 10))

    const passed = read(sources) - before[0]
    expect(Math.abs(passed - (nativeTimers.performanceNow() - before[1]))).toBeLessThan(
      name === 'Date()' ? 1_000 : 5,
    )
  })
})

test('a story begins at the same instant on every machine', async () => {
  const read = () => under(new Clock(), () => Promise.resolve(new Date().toISOString()))

  expect(await read()).toBe('2030-03-01T18:00:00.000Z')
  expect(await read()).toBe('2030-03-01T18:00:00.000Z')
})

describe('timers keep the manners of Node', () => {
  const story = <T>(run: (clock: Clock) => Promise<T>) => {
    const clock = new Clock()
    return under(clock, () => run(clock))
  }

  test('a timer can be cleared by handle, by number and by string', () =>
    story(async (clock) => {
      const rung: string[] = []
      const timers = ['handle', 'number', 'string'].map((name) =>
        setTimeout(() => rung.push(name), 10),
      )

      clearTimeout(timers[0])
      clearTimeout(Number(timers[1]))
      clearTimeout(String(Number(timers[2])))
      await clock.sleep(20)

      expect(rung).toEqual([])
    }))

  test('ref, unref, hasRef and refresh work', () =>
    story(async (clock) => {
      let rung = 0
      const timer = setTimeout(() => (rung = clock.now), 10)
      expect(timer.hasRef()).toBe(true)
      expect(timer.unref().hasRef()).toBe(false)
      expect(timer.ref().hasRef()).toBe(true)

      await clock.sleep(5)
      timer.refresh()
      await clock.sleep(30)

      expect(rung).toBe(15)
    }))

  test('arguments reach the callback', () =>
    story(async (clock) => {
      const got: unknown[] = []
      setTimeout((a: number, b: string) => got.push(a, b), 1, 7, 'x')
      await clock.sleep(5)

      expect(got).toEqual([7, 'x'])
    }))

  test('a delay that is none counts as a millisecond', () =>
    story(async (clock) => {
      const at: number[] = []
      for (const delay of [0, -5, NaN, Infinity, 2 ** 31])
        setTimeout(() => at.push(clock.now), delay)
      await clock.sleep(5)

      expect(at).toEqual([1, 1, 1, 1, 1])
    }))

  test('a callback that is none is refused with the error of Node', () =>
    story(() => {
      const dinner = 'dinner' as unknown as () => void
      expect(() => setTimeout(dinner, 1)).toThrow(/callback.*must be of type function/)
      return Promise.resolve()
    }))

  test('an aborted wait rejects with an AbortError whose cause is the reason', () =>
    story(async (clock) => {
      const { setTimeout: wait } = await import('node:timers/promises')
      const controller = new AbortController()
      const waiting = wait(100, undefined, { signal: controller.signal })
      await clock.sleep(5)
      controller.abort('the guest has left')

      await expect(waiting).rejects.toMatchObject({
        name: 'AbortError',
        code: 'ABORT_ERR',
        cause: 'the guest has left',
      })
    }))

  test('an interval of timers/promises keeps the ticks that nobody took', () =>
    story(async (clock) => {
      const { setInterval: ticks } = await import('node:timers/promises')
      const at: number[] = []
      for await (const value of ticks(10, 'tick')) {
        expect(value).toBe('tick')
        at.push(clock.now)
        if (at.length === 1) await clock.sleep(25)
        if (at.length === 4) break
      }

      expect(at).toEqual([10, 35, 35, 40])
    }))
})

/** Fifteen things that happen in an order on which programs rely. */
async function script(log: (line: string) => void): Promise<void> {
  const done = new Promise<void>((resolve) => setTimeout(resolve, 30))
  setTimeout(() => {
    log('timeout 2a')
    process.nextTick(() => log('tick in 2a'))
    void Promise.resolve().then(() => log('then in 2a'))
    setImmediate(() => log('immediate in 2a'))
  }, 2)
  setTimeout(() => log('timeout 2b'), 2)
  setTimeout(() => log('timeout 12'), 12)
  let count = 0
  const interval = setInterval(() => {
    log(`interval ${++count}`)
    if (count === 3) clearInterval(interval)
  }, 5)
  setImmediate(() => {
    log('immediate 1')
    process.nextTick(() => log('tick in immediate'))
  })
  setImmediate(() => log('immediate 2'))
  queueMicrotask(() => log('microtask'))
  void Promise.resolve().then(() => log('then'))
  process.nextTick(() => log('tick'))
  log('start')
  await done
  log('end')
}

test('events keep the order that they have in Node', async () => {
  const story: string[] = []

  await under(new Clock(), () => script((line) => story.push(line)))

  // What Node 20 prints on an idle machine; on a busy one its timers come late, and change places.
  expect(story).toEqual([
    'start',
    'microtask',
    'then',
    'tick',
    'immediate 1',
    'tick in immediate',
    'immediate 2',
    'timeout 2a',
    'tick in 2a',
    'then in 2a',
    'timeout 2b',
    'immediate in 2a',
    'interval 1',
    'interval 2',
    'timeout 12',
    'interval 3',
    'end',
  ])
})

describe('what a program asks for without naming an instant', () => {
  const at3 = async (read: () => unknown): Promise<unknown> => {
    const clock = new Clock()
    return under(clock, async () => {
      await clock.sleep(seconds(3))
      return read()
    })
  }
  const instant = OPENING_TIME + seconds(3)

  test.each<[string, () => unknown, unknown]>([
    ['a date', () => new Date().getTime(), instant],
    ['its constructor', () => new Date().constructor === Date, true],
    [
      'Intl.DateTimeFormat',
      () => new Intl.DateTimeFormat('en', { timeStyle: 'medium', timeZone: 'UTC' }).format(),
      new Intl.DateTimeFormat('en', { timeStyle: 'medium', timeZone: 'UTC' }).format(instant),
    ],
    [
      'its parts',
      () => new Intl.DateTimeFormat('en', { second: 'numeric' }).formatToParts()[0]?.value,
      '3',
    ],
    ['the origin of time', () => performance.timeOrigin + performance.now(), instant],
    ['a mark', () => performance.mark('a').startTime + performance.timeOrigin, instant],
  ])('%s', async (_name, read, expected) => {
    expect(await at3(read)).toBe(expected)
  })

  test.skipIf(!('Temporal' in globalThis))('Temporal', async () => {
    const { Temporal } = globalThis as unknown as {
      Temporal: { Now: { instant(): { epochMilliseconds: number } } }
    }

    expect(await at3(() => Temporal.Now.instant().epochMilliseconds)).toBe(instant)
  })

  test('a measure ends now, and the uptime grows by the story’s seconds', async () => {
    const clock = new Clock()
    await under(clock, async () => {
      const before = process.uptime()
      performance.mark('begin')
      await clock.sleep(seconds(3))

      expect(performance.measure('all', 'begin').duration).toBe(3_000)
      expect(process.uptime() - before).toBeCloseTo(3, 6)
    })
  })
})

test('a timer finds the async context in which it was set', async () => {
  const context = new AsyncLocalStorage<string>()
  const seen: (string | undefined)[] = []

  await under(new Clock(), async () => {
    await context.run('A', async () => {
      const timer = context.run('B', () => setInterval(() => seen.push(context.getStore()), 1_000))
      context.run('C', () => setTimeout(() => seen.push(context.getStore()), 1_500))
      await timersPromises.setTimeout(2_500)
      clearInterval(timer)
      seen.push(context.getStore())
    })
  })

  expect(seen).toEqual(['B', 'C', 'B', 'A'])
})

test('many timers at once cost little', { timeout: 60_000 }, async () => {
  const clock = new Clock()
  const before = process.cpuUsage()
  let rung = 0

  await under(clock, async () => {
    const timers = Array.from({ length: 40_000 }, () => setTimeout(() => (rung += 1), 1_000))
    for (const timer of timers.slice(0, 20_000)) clearTimeout(timer)
    await clock.sleep(seconds(2))
  })

  expect(rung).toBe(20_000)
  // Of work, in microseconds: others may be at work meanwhile.
  expect(process.cpuUsage(before).user).toBeLessThan(5_000_000)
})
