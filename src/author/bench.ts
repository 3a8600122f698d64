import { spawn, type IPty } from '@lydell/node-pty'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { stripVTControlCharacters } from 'node:util'

import { Clone } from './clone.ts'

/** The exercise that is saved again and again. */
const SLUG = 'hello-world'
/** Real milliseconds between two saves: nobody saves sooner, and both have come to rest by then. */
const BETWEEN = 2_000
/** Real milliseconds after which nothing is to be expected any more. */
const PATIENCE = 45_000
/** Tests that plain Vitest leaves out, since a learner need not wait for them here either. */
const VIRTUAL_ONLY = '^(?!.*wall clock)'

/**
 * Measures how long a learner waits: for a verdict after each of so many saves, and for the first
 * screen after each of so many starts. Needs a pseudo-terminal; throws where there is none.
 */
export async function bench(
  root: string,
  { saves, starts }: { saves: number; starts: number },
): Promise<number> {
  console.log(table([...(await afterSaves(root, saves)), ...(await afterStarts(root, starts))]))
  return 0
}

/** What a program writes when it shows a verdict, once colours are taken away. */
type Says = Record<'screen' | 'red' | 'green', RegExp>

/** A program in a terminal, in a clone of its own. */
class Contender {
  readonly clone = new Clone()
  readonly #command: readonly string[]
  readonly #says: Says
  #terminal: IPty | undefined
  #written = ''

  constructor(root: string, command: readonly string[], says: Says) {
    this.#command = command
    this.#says = says
    this.clone.make(root)
  }

  /**
   * Starts it, and measures until there is something to see, and until that is a verdict: `cold` as
   * if nothing had been judged before.
   */
  async start(cold = true): Promise<Record<'screen' | 'verdict', number>> {
    if (cold) rmSync(this.clone.path(join('.cache', 'verdicts')), { recursive: true, force: true })
    const start = performance.now()
    this.#written = ''
    const { PATH, HOME } = process.env
    const options = { cols: 80, rows: 24, cwd: this.clone.root, env: { PATH, HOME } }
    this.#terminal = spawn(process.execPath, [...this.#command], options)
    this.#terminal.onData((text) => (this.#written += text))
    await this.#seen('screen')
    const screen = performance.now() - start
    await this.#seen('red')
    return { screen, verdict: performance.now() - start }
  }

  /** Saves an answer, and measures until its verdict is on the screen. */
  async save(state: 'red' | 'green', answer: string): Promise<number> {
    this.#written = ''
    const start = performance.now()
    this.clone.save(SLUG, answer)
    await this.#seen(state)
    return performance.now() - start
  }

  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.#terminal?.onExit(resolve))
    this.#terminal?.kill()
    await gone
  }

  /** Resolves as soon as it has been written since the start, or the last save. */
  #seen(state: keyof Says): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (this.#says[state].test(stripVTControlCharacters(this.#written))) end(resolve)
      }
      const end = (settle: () => void) => {
        clearTimeout(alarm)
        listener?.dispose()
        settle()
      }
      const never = () => reject(new Error(`Nothing ${state} to be seen:\n${this.#written}`))
      const alarm = setTimeout(() => end(never), PATIENCE)
      const listener = this.#terminal?.onData(look)
      look()
    })
  }
}

const vitest = (root: string, ...args: string[]) =>
  new Contender(root, [join('node_modules', 'vitest', 'vitest.mjs'), ...args, SLUG], {
    // What it shows before says nothing of the exercise.
    screen: /Test Files\s+1 failed/,
    red: /Test Files\s+1 failed/,
    green: /Test Files\s+1 passed/,
  })

const ours = (root: string) =>
  new Contender(root, [join('bin', 'kata.cjs'), 'start', SLUG], {
    screen: /exercises\/.*hello-world\.ts/,
    red: /✗/,
    green: /✓ Right/,
  })

/** What somebody waits for, and what each of the two programs took, in milliseconds. */
interface Row {
  what: string
  ours: number[]
  theirs: number[]
}

/** Lets both take turns, each as often as `turns` says. */
async function inTurns(
  contenders: Record<'ours' | 'theirs', Contender>,
  turns: number,
  take: (who: 'ours' | 'theirs', one: Contender, turn: number) => Promise<void>,
): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    for (const who of ['ours', 'theirs'] as const) await take(who, contenders[who], turn)
  }
  for (const { clone } of Object.values(contenders)) clone.remove()
}

async function afterSaves(root: string, saves: number): Promise<Row[]> {
  const contenders = { ours: ours(root), theirs: vitest(root, 'watch', '-t', VIRTUAL_ONLY) }
  const red: Row = { what: `save → red (${saves} saves)`, ours: [], theirs: [] }
  const green: Row = { what: `save → green (${saves} saves)`, ours: [], theirs: [] }
  await contenders.ours.start()
  await contenders.theirs.start()
  await inTurns(contenders, 2 * saves, async (who, one, save) => {
    const state = save % 2 === 0 ? 'green' : 'red'
    await pause(BETWEEN)
    const took = await one.save(state, answerThatIs(state, save, one.clone))
    ;(state === 'red' ? red : green)[who].push(took)
    if (save === 2 * saves - 1) await one.stop()
  })
  return [red, green]
}

/** No two answers are alike, so that nothing is known of them before. */
const answerThatIs = (state: 'red' | 'green', save: number, clone: Clone): string => {
  const right = clone.solutionOf(SLUG)
  return `${state === 'green' ? right : right.replace('await new', 'void new')}// ${save}\n`
}

async function afterStarts(root: string, starts: number): Promise<Row[]> {
  const rows = ['first screen', 'first verdict, cold', 'first verdict, warm'].map((what): Row => ({
    what: `start → ${what} (${starts} starts)`,
    ours: [],
    theirs: [],
  }))
  const [screen, cold, warm] = rows
  // The second of two starts is warm; plain Vitest remembers nothing.
  await inTurns(
    { ours: ours(root), theirs: vitest(root, 'run') },
    2 * starts,
    async (who, one, turn) => {
      const isCold = turn % 2 === 0
      const took = await one.start(isCold)
      if (isCold) screen?.[who].push(took.screen)
      ;(isCold ? cold : warm)?.[who].push(took.verdict)
      await one.stop()
    },
  )
  return rows
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
