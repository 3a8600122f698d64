import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'

import { runTests } from '../course/run.ts'
import type { TestVerdict } from '../course/verdict.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const fixture = 'harness/fixtures/spins.fixture.ts'
const lines = readFileSync(new URL('fixtures/spins.fixture.ts', import.meta.url), 'utf8').split(
  '\n',
)
let verdicts: TestVerdict[]

beforeAll(async () => {
  const [verdict] = await runTests(root, [fixture])
  verdicts = verdict?.tests ?? []
}, 60_000)

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
  const message = verdict?.messages.join().replaceAll('\n', ' ') ?? ''
  const line = Number(/spins\.fixture\.ts:(\d+)/.exec(message)?.[1])

  expect(message).toContain('An endless loop')
  expect(lines[line - 1]).toMatch(/for \(;;\)|nextTick/)
})

test('the tests after each loop run', () => {
  const innocent = verdicts.filter((verdict) => verdict.title === 'a sane test in between')

  expect(innocent.map((verdict) => verdict.state)).toEqual(KINDS.map(() => 'passed'))
})
