import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import fc from 'fast-check'
import { beforeAll, expect, inject, test } from 'vitest'

import { acceptedOf, holdsTodo, mistakesOf, readCourse, type Exercise } from '../course/catalog.ts'
import { onOneLine } from '../course/mistake-header.ts'
import { textOf } from '../course/text-of.ts'
import { judge } from '../judge/judge.ts'
import { useClone } from '../testing/learners-clone.ts'
import { whyNoTerminal, type PseudoTerminal } from '../testing/pty.ts'
import { root } from '../testing/root.ts'

/** For how long, and with which draws; another number draws otherwise. */
const { minutes, seed } = inject('fuzz')

const CHAPTER = '01-the-post'
const clone = useClone({ chapters: [CHAPTER], goesOn: true })
const exercises = readCourse(root).filter(({ path }) => path.startsWith(CHAPTER))

/** Mistakes and other answers of each exercise that are saved. */
const FEW = 4
/** Real milliseconds after which no verdict is under way. */
const AT_REST = 1_000
/** Real milliseconds for a verdict, for 95 of 100 keys, and for each of them. */
const [VERDICT, MOST_KEYS, EACH_KEY] = [5_000, 100, 500]

/** What shall be seen of an answer: the title of its first red test; empty where it is right. */
const deserved = new Map<string, string>()
const corpus = new Map<Exercise, string[]>()

beforeAll(async () => {
  if (whyNoTerminal !== undefined) return
  const files = exercises.flatMap((exercise) => [
    ...[exercise.solution, exercise.stub].map((file) => ({ exercise, file })),
    ...[mistakesOf(root, exercise), acceptedOf(root, exercise)].flatMap((all) =>
      all.slice(0, FEW).map((file) => ({ exercise, file })),
    ),
  ])
  for (const [index, { tests }] of (await judge(root, files)).entries()) {
    const { exercise, file } = files[index] ?? { exercise: exercises[0], file: '' }
    if (!exercise) continue
    const text = textOf(root, file)
    deserved.set(exercise.slug + text, tests.find(({ state }) => state === 'failed')?.title ?? '')
    corpus.set(exercise, [...(corpus.get(exercise) ?? []), text])
  }
}, 120_000)

/** What cannot be judged, or is judged as wrong: whatever else is said, there is a cross. */
const HOSTILE = [
  '',
  'export const = 3\n',
  "throw new Error('x'.repeat(1e6))\n",
  "export async function main() {\n  console.log('y'.repeat(1e6))\n  throw new Error('no')\n}\n",
  'export async function main() {\n  while (true) {}\n}\n',
  'export async function main() {\n  process.exit(0)\n}\n',
  `export const main = 1 /* ${'z'.repeat(500_000)} */\n`,
]

const SIZES = [
  [80, 24],
  [120, 40],
  [60, 15],
  [40, 12],
  [200, 60],
  [20, 5],
  [1, 1],
] as const

/** Keys of the loop but those that leave it, or open an editor. */
const KEYS = 'nhsplrv?jky '.split('').concat(['\r', '\u001b[A', '\u001b[B', '\u001b[6~'])

type Step =
  | { do: 'key'; key: string }
  | { do: 'size'; size: number }
  | { do: 'save'; who: number; which: number }
  | { do: 'hostile'; who: number; which: number }
  | { do: 'remove' | 'rename' | 'pull'; who: number }

const who = fc.nat(exercises.length - 1)
const which = fc.nat(99)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('key'), key: fc.constantFrom(...KEYS) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('size'), size: fc.nat(SIZES.length - 1) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('save'), who, which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('hostile'), who, which }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('remove', 'rename', 'pull'), who }),
  },
)

let changes = 0

function take(step: Step, terminal: PseudoTerminal): void {
  if (step.do === 'key') return terminal.type(step.key)
  if (step.do === 'size') {
    const [columns, rows] = SIZES[step.size] ?? SIZES[0]
    return terminal.resize(columns, rows)
  }
  // Most saves are of the exercise that is open, as with everybody.
  const exercise = step.who % 2 === 0 ? openIn(terminal) : exercises[step.who]
  if (!exercise) return
  const file = clone.path(exercise.stub)
  const texts = step.do === 'hostile' ? HOSTILE : (corpus.get(exercise) ?? [])
  switch (step.do) {
    case 'save':
    case 'hostile':
      return writeFileSync(file, texts[step.which % texts.length] ?? '')
    case 'remove':
      return rmSync(file, { force: true })
    case 'rename':
      writeFileSync(`${file}.new`, texts[0] ?? '')
      return renameSync(`${file}.new`, file)
    case 'pull':
      for (const part of [exercise.test, exercise.solution]) {
        writeFileSync(clone.path(part), `${textOf(root, part)}// ${(changes += 1)}\n`)
      }
  }
}

/** The exercise whose path stands at the head of the screen. */
const openIn = (terminal: PseudoTerminal): Exercise | undefined =>
  exercises.find(({ stub }) => terminal.screen().includes(` ${stub}`))

/** Whether the page says of the open file, as it is on disk, what it deserves. */
function isJust(terminal: PseudoTerminal): boolean {
  const exercise = openIn(terminal)
  if (!exercise) return false
  const file = clone.path(exercise.stub)
  const text = existsSync(file) ? readFileSync(file, 'utf8') : undefined
  const title = text === undefined ? undefined : deserved.get(exercise.slug + text)
  const page = onOneLine(terminal.screen().join(' '))
  if (title === undefined) return page.includes('✗')
  if (title !== '') return page.includes(`✗ ${onOneLine(title)}`)
  return page.includes(holdsTodo(text ?? '') ? 'Right! Now delete' : 'is solved.')
}

/** How many times slower than it could be the machine is just now: what starting Node takes. */
function slowness(): number {
  const start = performance.now()
  execFileSync(process.execPath, ['-e', '0'])
  return Math.max(1, (performance.now() - start) / NODE_STARTS)
}

/** Real milliseconds in which Node starts on a machine that has nothing else to do. */
const NODE_STARTS = 120

/** Presses a key, and resolves to the real milliseconds until the screen has answered. */
async function answerTo(terminal: PseudoTerminal, key: string, seen: RegExp): Promise<number> {
  const start = performance.now()
  terminal.type(key)
  await terminal.waitFor(seen)
  return performance.now() - start
}

const HELP = /^ Keys$/m
const PAGE = /^ [✗✓] |Judging/m

test(
  `whatever is pressed and saved in ${minutes} minutes, the loop answers and is right (seed ${seed})`,
  { timeout: (minutes + 3) * 60_000 },
  async () => {
    const terminal = clone.start()
    await terminal.waitFor('1 is green')
    const until = performance.now() + minutes * 60_000
    const bursts = fc.sample(fc.array(step, { minLength: 1, maxLength: 8 }), {
      seed,
      numRuns: 100 * Math.ceil(10 * minutes),
    })
    const keys: number[] = []
    let [count, slowest] = [0, 0]
    for (const steps of bursts) {
      if (performance.now() > until) break
      const told = JSON.stringify(steps)
      for (const one of steps) {
        take(one, terminal)
        await pause(20)
      }
      terminal.resize(80, 24)
      // Whichever page is open, this leads back to the verdict.
      for (let escapes = 0; escapes < 3; escapes += 1) {
        terminal.press('escape')
        await pause(150)
      }
      terminal.press('home')
      const slow = slowness()
      const start = performance.now()
      await terminal
        .waitFor(() => isJust(terminal), VERDICT * slow)
        .catch((error: unknown) => {
          throw new Error(`After ${told}: ${String(error)}`)
        })
      slowest = Math.max(slowest, (performance.now() - start) / slow)
      // A verdict that comes later, as after a pull, takes the page away that is opened below.
      await terminal.rest(AT_REST)
      keys.push((await answerTo(terminal, '?', HELP)) / slow)
      keys.push((await answerTo(terminal, '\u001b', PAGE)) / slow)
      count += 1
    }
    const sorted = keys.sort((a, b) => a - b)
    const most = sorted[Math.floor(0.95 * sorted.length)] ?? 0
    const worst = sorted.at(-1) ?? 0
    console.log(
      `${count} bursts; slowest verdict ${Math.round(slowest)} ms; of ${keys.length} keys 95 of 100 ` +
        `within ${Math.round(most)} ms, and each within ${Math.round(worst)} ms`,
    )
    expect(count).toBeGreaterThan(5 * minutes)
    expect(most).toBeLessThanOrEqual(MOST_KEYS)
    expect(worst).toBeLessThanOrEqual(EACH_KEY)

    // A verdict may have come in the place of Escape, and Escape with a q at once is another key.
    await pause(200)
    terminal.type('q')
    expect(await terminal.exited).toBe(0)
    expect(await clone.stragglers()).toEqual([])
  },
)

declare module 'vitest' {
  interface ProvidedContext {
    /** For how many minutes the loop is teased, and the number with which the draws begin. */
    fuzz: { minutes: number; seed: number }
  }
}
