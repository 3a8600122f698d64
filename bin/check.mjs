// `npm run check`: everything that CI runs and that can fail, one step after the other, and at the
// end a line with the totals. A step that fails does not keep the next ones from running.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'async-kata-check-'))
const report = (name) => join(scratch, `${name}.json`)
const reporters = (name) => [
  '--reporter=default',
  '--reporter=json',
  `--outputFile=${report(name)}`,
]

const packaged = (path) => join('node_modules', path)

/** A step is a script and its arguments, run by this very Node: no shell, the same on every system. */
const steps = [
  // Installs what the handouts need, without which they could not be linted.
  ['handouts: installation, build and laws', join('bin', 'handouts.mjs'), ['--check']],
  ['lint', packaged('eslint/bin/eslint.js'), ['.', '--max-warnings=-1']],
  ['format', packaged('prettier/bin/prettier.cjs'), ['--check', '.']],
  ['types of the exercises', packaged('typescript/bin/tsc'), ['-p', 'tsconfig.json']],
  ['types of the solutions', packaged('typescript/bin/tsc'), ['-p', 'tsconfig.solutions.json']],
  ['snippets', join('bin', 'run.mjs'), ['author/check-snippets']],
  ['laws', join('bin', 'run.mjs'), ['author/check-laws']],
  ['types of the handouts', packaged('typescript/bin/tsc'), ['-p', 'handouts']],
  ['tests', packaged('vitest/vitest.mjs'), ['run', '--mode', 'course', ...reporters('course')]],
  // They start whole programs, and wait for them.
  ['long tests', packaged('vitest/vitest.mjs'), ['run', '--mode', 'long', ...reporters('long')]],
  [
    'tests of the handouts',
    packaged('vitest/vitest.mjs'),
    ['run', '--config', join('handouts', 'vitest.config.ts'), ...reporters('handouts')],
  ],
]

let [passed, failed] = [0, 0]
for (const [name, script, args] of steps) {
  console.log(`\n— ${name}`)
  const { status } = spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status === 0) passed += 1
  else failed += 1
  console.log(status === 0 ? `  ${name}: passed` : `  ${name}: FAILED`)
}

for (const name of ['course', 'long', 'handouts']) {
  const tests = totals(name)
  passed += tests.passed
  failed += tests.failed
}
rmSync(scratch, { recursive: true })
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

/** Tests passed and failed, as Vitest's own report counts them; none, if it wrote no report. */
function totals(name) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report(name), 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests }
  } catch {
    return { passed: 0, failed: 0 }
  }
}
