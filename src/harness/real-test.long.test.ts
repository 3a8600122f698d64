import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, type ProvidedContext } from 'vitest'

import type { Submission } from '../judge/candidates.ts'
import { onOneLine, valuesOf } from '../course/mistake-header.ts'
import { openRunner } from '../judge/runner.ts'
import { failuresOf, saidBy, type Verdict } from '../judge/verdict.ts'
import { root } from '../testing/root.ts'
import { compareForReal } from './real-test.ts'

const home = 'src/testing/fixtures/real'

/** Each answer to a probe as a submission, judged by the probe's fixture as by an exercise's tests. */
const answersTo = (probe: string): Submission[] =>
  readdirSync(join(root, home, probe))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({
      file: `${home}/${probe}/${name}`,
      exercise: {
        slug: probe,
        number: '0.0',
        path: `${home}/${probe}`,
        stub: `${home}/${probe}/right.ts`,
        solution: `${home}/${probe}/right.ts`,
        test: `${home}/${probe}.fixture.ts`,
      },
    }))

const answers = ['server', 'thread', 'work'].flatMap(answersTo)
const isWrong = ({ file }: Submission) => file.includes('/mistake-')
let verdicts: Verdict[]

beforeAll(async () => {
  const right = answers.filter((answer) => !isWrong(answer))
  // What is wrong is so in every round: one tells it as well as six.
  verdicts = [...(await judged(right)), ...(await judged(answers.filter(isWrong), { rounds: 1 }))]
}, 300_000)

async function judged(
  submitted: readonly Submission[],
  provide: Partial<ProvidedContext> = {},
): Promise<Verdict[]> {
  // One after another: work is measured.
  const runner = await openRunner(root, submitted, { workers: 1, provide })
  return runner.run().finally(() => runner.close())
}

const verdictOn = (file: string) => verdicts.find((verdict) => verdict.file === file)

describe('on the real clock', () => {
  test.each(answers.filter((answer) => !isWrong(answer)).map(({ file }) => file))(
    '%s is accepted',
    (file) => {
      const verdict = verdictOn(file)

      expect(verdict && saidBy(verdict)).toBe('')
      expect(verdict?.solved).toBe(true)
    },
  )

  test.each(answers.filter(isWrong).map(({ file }) => file))('%s is caught', (file) => {
    const source = readFileSync(join(root, file), 'utf8')
    const verdict = verdictOn(file)
    const [failure] = verdict ? failuresOf(verdict) : []

    expect(failure?.kind).toBe(valuesOf('kind', source)[0])
    const said = verdict && onOneLine(saidBy(verdict))
    for (const words of valuesOf('says', source)) expect(said).toContain(words)
  })
})

test('each probe has two right answers and three wrong ones', () => {
  for (const probe of ['server', 'thread', 'work']) {
    const all = answersTo(probe)
    expect(all.filter((answer) => !isWrong(answer)).length).toBeGreaterThanOrEqual(2)
    expect(all.filter(isWrong).length).toBeGreaterThanOrEqual(3)
  }
})

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('a test in which nothing blocks says so', async () => {
  const idle = () => wait(20)
  const busy = () => {
    const until = performance.now() + 100
    while (performance.now() < until);
    return wait(1)
  }
  const failure = await compareForReal(
    { submission: busy, reference: busy, blocking: busy },
    (it, timeline) => timeline.call('work', it),
  )
  const right = await compareForReal({ submission: idle, reference: busy, blocking: busy }, (it) =>
    it(),
  )

  expect(failure?.sentence).toContain('has nothing in it that blocks')
  expect(right).toBeUndefined()
})
