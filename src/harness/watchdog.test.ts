import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'

import { runTests } from '../judge/runner.ts'
import type { TestVerdict } from '../judge/verdict.ts'
import { root } from '../testing/root.ts'
import { memoryFailure } from './endless.ts'

const fixture = 'src/testing/fixtures/spins.fixture.ts'
const lines = readFileSync(join(root, fixture), 'utf8').split('\n')
let verdicts: TestVerdict[]

beforeAll(async () => {
  const [verdict] = await runTests(root, [fixture], { checksOfSilence: 3 })
  verdicts = verdict?.tests ?? []
}, 60_000)

/** As the watchdog starts its thread, but so that any memory at all is too much. */
const GREEDY = `
import { Worker } from 'node:worker_threads'
const state = new Int32Array(new SharedArrayBuffer(16))
state[1] = 1
state[3] = 1_000
new Worker(new URL(process.argv[2]), {
  workerData: {
    state: state.buffer, checkEvery: 20, memoryLimit: 1, memoryPrefix: 'Full ',
  },
})
function takeMore() {
  for (let count = 0; count < 1_000; count += 1) Math.sqrt(count)
  setTimeout(takeMore)
}
takeMore()
`

test('a process whose memory is full is ended, and the line that is at work is named', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'async-kata-greedy-')))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'greedy.mjs'), GREEDY)
  const thread = new URL('watchdog-thread.mjs', import.meta.url).href

  const { signal, stderr } = spawnSync(process.execPath, ['greedy.mjs', thread], {
    cwd: folder,
    encoding: 'utf8',
  })

  expect(stderr).toMatch(/^Full \{"at":\{"file":"greedy\.mjs","line":1[2-4]\}\}\n$/)
  if (process.platform !== 'win32') expect(signal).toBe('SIGKILL')
})

test('what was said last may be that the memory was full', () => {
  const words = 'async-kata memory full {"at":{"file":"a.ts","line":3}}'

  expect(memoryFailure(`order 1\n${words}\n`)).toMatchObject({
    sentence: 'The memory is full: more than a gigabyte was taken and not given back, at a.ts:3.',
    at: { file: 'a.ts', line: 3 },
  })
  expect(memoryFailure('order 1\n')).toBeUndefined()
})

const KINDS = [
  'at once',
  'after an await',
  'in a timer callback',
  'in microtasks',
  'in ticks',
  'beside waiting timers',
  'in a then',
  'in the test itself',
]

test.each(KINDS)('a loop that spins %s is ended, and its line is named', (kind) => {
  const verdict = verdicts.find((one) => one.title === `spins ${kind}`)
  const { sentence, at } = verdict?.failure ?? {}

  expect(sentence).toContain('An endless loop')
  expect(at?.file).toBe(fixture)
  expect(lines[(at?.line ?? 0) - 1]).toMatch(/for \(;;\)|nextTick/)
})

test('the tests after each loop run', () => {
  const innocent = verdicts.filter((verdict) => verdict.title === 'a sane test in between')

  expect(innocent.map((verdict) => verdict.state)).toEqual(KINDS.map(() => 'passed'))
})
