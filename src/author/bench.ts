import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs, stripVTControlCharacters } from 'node:util'

import { Clone } from '../testing/clone.ts'
import type { PseudoTerminal } from '../testing/pty.ts'

const USAGE = `npm run bench -- [--saves 20] [--starts 10]
  How long a learner waits: for a verdict after a save, and for the first screen. npm start and plain
  Vitest take turns, each in a clone of its own, in a terminal of 80 by 24. Milliseconds, medians.`

/** The exercise that is saved again and again. */
const SLUG = 'hello-world'
/** Real milliseconds between two saves: nobody saves sooner, and both have come to rest by then. */
const BETWEEN = 2_000
/** Tests that plain Vitest leaves out, since a learner need not wait for them here either. */
const VIRTUAL_ONLY = '^(?!.*wall clock)'

/** `npm run bench`. Needs a pseudo-terminal, and so Python; the exit code is 1 without one. */
export async function main(_root: string, args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      saves: { type: 'string', default: '20' },
      starts: { type: 'string', default: '10' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(USAGE)
    return 0
  }
  const rows = [
    ...(await afterSaves(Number(values.saves))),
    ...(await afterStarts(Number(values.starts))),
  ]
  console.log(table(rows))
  return 0
}

/** Two programs that do the same, and what each of them took, in milliseconds. */
interface Row {
  what: string
  ours: number[]
  theirs: number[]
}

/** What a program writes when it shows a verdict, once colours are taken away. */
type Says = Record<'screen' | 'red' | 'green', RegExp>

/** A program in a terminal, in a clone of its own. */
class Contender {
  readonly clone = new Clone()
  readonly #command: readonly string[]
  readonly #says: Says
  terminal: PseudoTerminal | undefined

  constructor(command: readonly string[], says: Says) {
    this.#command = command
    this.#says = says
    this.clone.make({})
  }

  /** Starts it, and measures until there is something to see, and until that is a verdict. */
  async start(): Promise<{ screen: number; verdict: number }> {
    rmSync(this.clone.path(join('.cache', 'verdicts')), { recursive: true, force: true })
    const start = performance.now()
    this.terminal = this.clone.start({ command: this.#command })
    await this.#seen('screen', 0)
    const screen = performance.now() - start
    await this.#seen('red', 0)
    return { screen, verdict: performance.now() - start }
  }

  /** Saves an answer, and measures until its verdict is on the screen. */
  async save(state: 'red' | 'green', answer: string): Promise<number> {
    const before = this.terminal?.raw.length ?? 0
    const start = performance.now()
    this.clone.save(SLUG, answer)
    await this.#seen(state, before)
    return performance.now() - start
  }

  async stop(): Promise<void> {
    await this.terminal?.close()
  }

  async #seen(state: keyof Says, before: number): Promise<void> {
    const { terminal } = this
    const says = this.#says[state]
    await terminal?.waitFor(() => says.test(stripVTControlCharacters(terminal.raw.slice(before))))
  }
}

const vitest = (...args: string[]) =>
  new Contender([process.execPath, join('node_modules', 'vitest', 'vitest.mjs'), ...args, SLUG], {
    // What it shows before says nothing of the exercise.
    screen: /Test Files\s+1 failed/,
    red: /Test Files\s+1 failed/,
    green: /Test Files\s+1 passed/,
  })

const ours = () =>
  new Contender([process.execPath, join('bin', 'start.mjs'), SLUG], {
    screen: /exercises\/.*hello-world\.ts/,
    red: /✗/,
    green: /✓ Right/,
  })

async function afterSaves(saves: number): Promise<Row[]> {
  const contenders = { ours: ours(), theirs: vitest('watch', '-t', VIRTUAL_ONLY) }
  const rows: Record<'red' | 'green', Row> = {
    red: { what: `save → red (${saves} saves)`, ours: [], theirs: [] },
    green: { what: `save → green (${saves} saves)`, ours: [], theirs: [] },
  }
  for (const one of Object.values(contenders)) await one.start()
  for (let save = 0; save < 2 * saves; save += 1) {
    const state = save % 2 === 0 ? 'green' : 'red'
    for (const [who, one] of Object.entries(contenders) as ['ours' | 'theirs', Contender][]) {
      await pause(BETWEEN)
      rows[state][who].push(await one.save(state, answerThatIs(state, save, one.clone)))
    }
  }
  for (const one of Object.values(contenders)) await end(one)
  return [rows.red, rows.green]
}

/** No two answers are alike, so that nothing is known of them before. */
const answerThatIs = (state: 'red' | 'green', save: number, clone: Clone): string => {
  const right = clone.solutionOf(SLUG)
  return `${state === 'green' ? right : right.replace('await new', 'void new')}// ${save}\n`
}

async function afterStarts(starts: number): Promise<Row[]> {
  const contenders = { ours: ours(), theirs: vitest('run') }
  const rows: Record<'screen' | 'verdict', Row> = {
    screen: { what: `start → first screen (${starts} starts)`, ours: [], theirs: [] },
    verdict: { what: `start → first verdict (${starts} starts)`, ours: [], theirs: [] },
  }
  for (let start = 0; start < starts; start += 1) {
    for (const [who, one] of Object.entries(contenders) as ['ours' | 'theirs', Contender][]) {
      const took = await one.start()
      rows.screen[who].push(took.screen)
      rows.verdict[who].push(took.verdict)
      await one.stop()
    }
  }
  for (const one of Object.values(contenders)) await end(one)
  return [rows.screen, rows.verdict]
}

async function end(one: Contender): Promise<void> {
  await one.stop()
  one.clone.remove()
}

function table(rows: readonly Row[]): string {
  const cells = [
    ['', 'npm start', 'plain Vitest', 'ratio'],
    ...rows.map(({ what, ours, theirs }) => [
      what,
      spread(ours),
      spread(theirs),
      (median(ours) / median(theirs)).toFixed(2),
    ]),
  ]
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  )
  return cells
    .map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`)
    .join('\n')
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN

/** The median, and how far from it the least and the most are. */
const spread = (numbers: readonly number[]): string =>
  `${Math.round(median(numbers))} (${Math.round(Math.min(...numbers))}–${Math.round(Math.max(...numbers))})`
