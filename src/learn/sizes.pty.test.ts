import { beforeAll, expect, test } from 'vitest'
import width from 'string-width'

import { useClone } from '../testing/learners-clone.ts'
import { whyNoTerminal, type PseudoTerminal } from '../testing/pty.ts'

const clone = useClone({ goesOn: true })
let terminal: PseudoTerminal

beforeAll(async () => {
  if (whyNoTerminal !== undefined) return
  terminal = clone.start({ args: ['1.4'] })
  await terminal.waitFor('Likely cause')
})

/** Every page that can be seen of an exercise that is not solved: its key, words, and the way back. */
const PAGES = [
  ['?', 'Keys', 'q'],
  ['h', 'Hint 1', 'q'],
  ['l', 'Search', '\x1b'],
  ['n', 'Skip it for now?', 'n'],
  ['v', 'printed nothing', 'q'],
] as const

test.each([
  [40, 12],
  [20, 5],
  [120, 40],
  [80, 24],
])('at %i columns and %i rows every page fits, and can be left', async (columns, rows) => {
  const from = terminal.raw.length
  terminal.resize(columns, rows)
  const before = await terminal.waitFor(() => terminal.raw.slice(from).includes('──'))
  expectToFit(before)
  for (const [key, words, leaves] of PAGES) {
    terminal.type(key)
    // On five rows next to nothing is in sight.
    const screen = await terminal.waitFor(rows > 5 ? words : (now) => isOther(now, before))
    expectToFit(screen)
    terminal.type(leaves)
    await terminal.waitFor((now) => !isOther(now, before))
  }

  function expectToFit(screen: readonly string[]): void {
    expect(screen).toHaveLength(rows)
    for (const line of screen) expect(width(line)).toBeLessThanOrEqual(columns)
  }
})

const isOther = (now: readonly string[], before: readonly string[]): boolean =>
  now.join('\n') !== before.join('\n')

test('a screen that was made small and large again is the same', async () => {
  const before = await terminal.waitFor('Likely cause')
  terminal.resize(20, 5)
  await terminal.waitFor((screen) => screen.length === 5 && !screen.join().includes('Likely'))
  terminal.resize(80, 24)

  expect(await terminal.waitFor('Likely cause')).toEqual(before)
})

test('so is one that was, before anybody could look', async () => {
  const before = await terminal.waitFor('Likely cause')
  for (let time = 0; time < 10; time += 1) {
    // The loop is at work, and hears of both sizes at once.
    terminal.type('?')
    terminal.resize(20, 5)
    terminal.resize(80, 24)
    terminal.press('escape')

    await terminal.waitFor((screen) => screen.join('\n') === before.join('\n'), 10_000)
  }
})
