import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A script and its arguments, run by this very Node: no shell, the same on every system. */
interface Step {
  name: string
  script: string
  args: readonly string[]
  /** Whether Vitest runs here, whose report says how many tests passed. */
  tests?: boolean
}

const ESLINT = 'node_modules/eslint/bin/eslint.js'
const PRETTIER = 'node_modules/prettier/bin/prettier.cjs'
const TYPESCRIPT = 'node_modules/typescript/bin/tsc'
const VITEST = 'node_modules/vitest/vitest.mjs'
const KNIP = 'node_modules/knip/bin/knip.js'
const KATA = 'bin/kata.cjs'

/**
 * Everything that CI runs and that can fail. The steps of a group run side by side, two at a time;
 * one that measures real time is a group by itself, and so are those that have all cores at work.
 */
const GROUPS: readonly (readonly Step[])[] = [
  [
    // Installs what the handouts need, without which they could not be linted.
    { name: 'handouts: installation, build and laws', script: KATA, args: ['handouts', '--check'] },
    { name: 'format', script: PRETTIER, args: ['--check', '.'] },
    { name: 'types of the exercises', script: TYPESCRIPT, args: ['-p', 'tsconfig.json'] },
  ],
  [
    { name: 'lint', script: ESLINT, args: ['.', '--max-warnings=-1'] },
    {
      name: 'tests of the handouts',
      script: VITEST,
      args: ['run', '--config', 'handouts/vitest.config.ts'],
      tests: true,
    },
    { name: 'types of the solutions', script: TYPESCRIPT, args: ['-p', 'tsconfig.solutions.json'] },
    { name: 'types of the handouts', script: TYPESCRIPT, args: ['-p', 'handouts'] },
    { name: 'nothing unused', script: KNIP, args: [] },
  ],
  [{ name: 'laws and snippets', script: KATA, args: ['check', '--all'] }],
  [{ name: 'tests', script: VITEST, args: ['run', '--mode', 'course'], tests: true }],
  // They start whole programs, and wait for them.
  [{ name: 'long tests', script: VITEST, args: ['run', '--mode', 'long'], tests: true }],
]

interface Totals {
  passed: number
  failed: number
}

/**
 * Runs one group of steps after the other, prints how long each step took in seconds, and at the end
 * a line with the totals. A step that fails does not keep the next ones from running. Resolves to
 * the exit code, which is 1 when one failed.
 */
export async function runSteps(root: string): Promise<number> {
  const all: Totals[] = []
  for (const group of GROUPS) all.push(...(await runGroup(root, group)))
  const sum = (which: keyof Totals) => all.reduce((total, totals) => total + totals[which], 0)
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  return sum('failed') === 0 ? 0 : 1
}

async function runGroup(root: string, group: readonly Step[]): Promise<Totals[]> {
  const totals: Totals[] = []
  const left = [...group]
  const lane = async () => {
    for (let step = left.shift(); step; step = left.shift()) totals.push(await runStep(root, step))
  }
  await Promise.all([lane(), lane()])
  return totals
}

async function runStep(root: string, { name, script, args, tests }: Step): Promise<Totals> {
  const scratch = mkdtempSync(join(tmpdir(), 'async-kata-check-'))
  const report = join(scratch, 'report.json')
  const start = performance.now()
  const all = [join(root, script), ...args, ...(tests ? reporters(report) : [])]
  const { code, output } = await outcomeOf(spawn(process.execPath, all, { cwd: root }))
  const seconds = ((performance.now() - start) / 1_000).toFixed(1)
  const verdict = `${name}: ${code === 0 ? 'passed' : 'FAILED'} in ${seconds} s`
  console.log(`\n— ${name}\n${output}  ${verdict}`)
  const own = code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  const { passed, failed } = testsIn(report)
  rmSync(scratch, { recursive: true })
  return { passed: own.passed + passed, failed: own.failed + failed }
}

/** All that a program writes, kept together; another may be writing meanwhile. */
async function outcomeOf(child: ChildProcessWithoutNullStreams) {
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  }
  child.stdin.end()
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, output }
}

const reporters = (report: string): string[] => [
  '--reporter=default',
  '--reporter=json',
  `--outputFile=${report}`,
]

/** Tests passed and failed, as Vitest's own report counts them; none, if it wrote no report. */
function testsIn(report: string): Totals {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as {
      numPassedTests: number
      numFailedTests: number
    }
    return { passed: numPassedTests, failed: numFailedTests }
  } catch {
    return { passed: 0, failed: 0 }
  }
}
