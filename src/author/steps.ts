import { spawnSync } from 'node:child_process'
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
const KATA = 'bin/kata.cjs'

/** Everything that CI runs and that can fail. */
const STEPS: readonly Step[] = [
  // Installs what the handouts need, without which they could not be linted.
  {
    name: 'handouts: installation, build and laws',
    script: KATA,
    args: ['handouts', '--check'],
  },
  { name: 'lint', script: ESLINT, args: ['.', '--max-warnings=-1'] },
  { name: 'format', script: PRETTIER, args: ['--check', '.'] },
  { name: 'types of the exercises', script: TYPESCRIPT, args: ['-p', 'tsconfig.json'] },
  { name: 'types of the solutions', script: TYPESCRIPT, args: ['-p', 'tsconfig.solutions.json'] },
  { name: 'laws and snippets', script: KATA, args: ['check', '--all'] },
  { name: 'types of the handouts', script: TYPESCRIPT, args: ['-p', 'handouts'] },
  { name: 'tests', script: VITEST, args: ['run', '--mode', 'course'], tests: true },
  // They start whole programs, and wait for them.
  { name: 'long tests', script: VITEST, args: ['run', '--mode', 'long'], tests: true },
  {
    name: 'tests of the handouts',
    script: VITEST,
    args: ['run', '--config', 'handouts/vitest.config.ts'],
    tests: true,
  },
]

interface Totals {
  passed: number
  failed: number
}

/**
 * Runs one step after the other, prints how long each took in seconds, and at the end a line with
 * the totals. A step that fails does not keep the next ones from running. The exit code is 1 when
 * one failed.
 */
export function runSteps(root: string, steps: readonly Step[] = STEPS): number {
  const all = steps.map((step) => runStep(root, step))
  const sum = (which: keyof Totals) => all.reduce((total, totals) => total + totals[which], 0)
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  return sum('failed') === 0 ? 0 : 1
}

function runStep(root: string, { name, script, args, tests }: Step): Totals {
  console.log(`\n— ${name}`)
  const scratch = mkdtempSync(join(tmpdir(), 'async-kata-check-'))
  const report = join(scratch, 'report.json')
  const start = performance.now()
  const { status } = spawnSync(
    process.execPath,
    [join(root, script), ...args, ...(tests ? reporters(report) : [])],
    { cwd: root, stdio: 'inherit' },
  )
  const seconds = ((performance.now() - start) / 1_000).toFixed(1)
  console.log(`  ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s`)
  const own = status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  const { passed, failed } = testsIn(report)
  rmSync(scratch, { recursive: true })
  return { passed: own.passed + passed, failed: own.failed + failed }
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
