import { spawn } from 'node:child_process'
import {
  cpSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  readFileSync,
  renameSync,
  unlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { stripVTControlCharacters } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { readCourse } from '../course/catalog.ts'
import { mistype, TYPOS } from '../author/typos.ts'
import { root } from '../testing/root.ts'

const COPIED = [
  'bin',
  'exercises',
  'src',
  'solutions',
  'test',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
]

/** A clone in which every exercise is as it was handed out. */
let clone: string
let stop: (() => Promise<void>) | undefined

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'async-kata-clone-'))
  for (const name of COPIED) cpSync(join(root, name), join(clone, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'), 'junction')
  // Whoever runs this may have solved some exercises already.
  for (const { stub } of course()) {
    const text = readFileSync(join(clone, stub), 'utf8')
    if (!text.includes('// TODO')) writeFileSync(join(clone, stub), `// TODO: begin\n${text}`)
  }
})

afterEach(async () => {
  await stop?.()
  stop = undefined
  rmSync(clone, { recursive: true, force: true, maxRetries: 5 })
})

const course = () => readCourse(clone)

/** Runs Vitest in the clone, as a learner does. */
const vitest = (...args: string[]) => vitestIn('.', ...args)

function vitestIn(folder: string, ...args: string[]) {
  const file = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const child = spawn(process.execPath, [file, ...args], {
    cwd: resolve(clone, folder),
    env: { ...process.env, NO_COLOR: '1', VITEST: undefined, VITEST_MODE: undefined, CI: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const listeners = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += stripVTControlCharacters(chunk.toString())
      for (const listener of listeners) listener()
    })
  }
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  stop = async () => {
    child.kill('SIGKILL')
    await ended
  }
  return {
    ended,
    output: () => output,
    /** What is printed from now on, once it matches. */
    next(pattern: RegExp, from = output.length): Promise<string> {
      return new Promise((resolve, reject) => {
        const look = () => {
          if (!pattern.test(output.slice(from))) return
          clearTimeout(alarm)
          listeners.delete(look)
          resolve(output.slice(from))
        }
        const alarm = setTimeout(
          () => reject(new Error(`Not seen: ${pattern.source}\n${output.slice(from)}`)),
          20_000,
        )
        listeners.add(look)
        look()
      })
    },
  }
}

/** The line with which Vitest says how a test file went. */
const line = (sign: string, slug: string) => new RegExp(`${sign} test/\\S+/${slug}\\.test\\.ts`)
const WAITS = /Waiting for file changes|Watching for file changes/

test('a fresh clone has one red file, and no other is loaded', async () => {
  const run = vitest('run')
  await run.ended
  const [first, ...others] = course()

  expect(run.output()).toMatch(line('❯', first?.slug ?? ''))
  expect(run.output()).toMatch(/Test Files +1 failed \(1\)/)
  expect(run.output()).toContain(`${others.length} more not started: npx vitest `)
  expect(run.output()).not.toMatch(/(?:harness|src)[/\\]/)
}, 60_000)

test('a path with which Vite cannot work is refused, in one sentence', async () => {
  const moved = `${clone}#`
  renameSync(clone, moved)
  try {
    const run = vitestIn(moved, 'run')
    await run.ended

    expect(run.output()).toMatch(/^The path of this folder holds a #, [^\n]*\n$/m)
    expect(run.output()).not.toContain('hello-world')
  } finally {
    renameSync(moved, clone)
  }
}, 60_000)

test('from a folder further down it is the same', async () => {
  const run = vitestIn('exercises/01-the-post', 'run')
  await run.ended

  expect(run.output()).toMatch(line('❯', course()[0]?.slug ?? ''))
}, 60_000)

test('a run that names an exercise never skips it', async () => {
  const named = course()[3]?.slug ?? ''
  const run = vitest('run', named)
  await run.ended

  expect(run.output()).toMatch(line('❯', named))
  expect(run.output()).toMatch(/Test Files +1 failed \(1\)/)
}, 60_000)

test.each(['shield', 'abortable-sleep', 'confirm-button'])(
  '%s: the line of a typo is linked and shown, and no other',
  async (slug) => {
    const exercise = course().find((one) => one.slug === slug)
    const typo = TYPOS.find((one) => one.exercise === slug && one.style === '')
    if (!exercise || !typo) throw new Error(`no typo in ${slug}`)
    const { text, line } = mistype(readFileSync(join(clone, exercise.solution), 'utf8'), typo)
    writeFileSync(join(clone, exercise.stub), text)
    const run = vitest('run', slug)
    await run.ended

    const [first = ''] = run.output().split('[1/')
    expect(first).toContain(`Error: Your code threw ${typo.says}`)
    const frames = first.split('\n').filter((row) => /^ *❯ \S+:\d+:\d+/.test(row))
    expect(frames).toEqual([expect.stringMatching(RegExp(`❯ ${exercise.stub}:${line}:\\d+$`))])
    expect(first).toMatch(RegExp(`^ +${line}\\| .*${literally(typo.wrong)}`, 'm'))
    expect(first).not.toMatch(/(?:harness|src)[/\\]|\.ts\?/)
  },
  60_000,
)

const literally = (text: string) => text.replaceAll(/[().]/g, '\\$&')

test('a filter that names nobody finds what is not started, and says why it is skipped', async () => {
  const run = vitest('run', '02-many-customers', '--reporter=verbose')
  await run.ended

  expect(run.output()).toMatch(/↓ .*gather.*\[not started\]/)
}, 60_000)

test('where there are pictures, the first red test names the file and the lesson', async () => {
  const html = `--outputFile.html=${join(clone, 'report', 'index.html')}`
  const run = vitest('run', '--reporter=html', '--reporter=verbose', html, 'hello-world')
  await run.ended

  const [first, ...others] = run
    .output()
    .split(/^ [×✓] /m)
    .slice(1)
  expect(first).toContain('Edit exercises/01-the-post/01-hello-world/hello-world.ts')
  expect(first).toContain('Lesson exercises/01-the-post/01-hello-world/README.md')
  // Below the tests the first failure stands once more.
  expect(others.filter((text) => text.split('Failed Tests')[0]?.includes('Lesson'))).toEqual([])
})

test('what a machine reads holds nothing else', async () => {
  const run = vitest('run', '--reporter=json')
  await run.ended

  expect(() => JSON.parse(run.output()) as unknown).not.toThrow()
}, 60_000)

describe.each([
  ['in the terminal', ['--watch']],
  ['under the UI', ['--ui', '--watch', '--open=false']],
])('%s', (_where, args) => {
  test('each exercise that turns green opens the next', async () => {
    const run = vitest(...args)
    await run.next(WAITS, 0)

    // A few are enough to see it.
    for (const [index, exercise] of course().slice(0, 3).entries()) {
      const from = run.output().length
      cpSync(join(clone, exercise.solution), join(clone, exercise.stub))
      await run.next(line('✓', exercise.slug), from)
      const next = course()[index + 1]
      await run.next(next ? line('❯', next.slug) : /Every exercise is solved/, from)
      await run.next(WAITS, from)
    }
  }, 120_000)
})

test('a run that names an exercise stays with it', async () => {
  const [first, second] = course()
  if (!first || !second) throw new Error('no two exercises')
  const run = vitest('--watch', first.slug)
  await run.next(WAITS, 0)

  const right = readFileSync(join(clone, first.solution), 'utf8')
  // A second save, since what the first one opens would only be seen after it.
  for (const save of [1, 2]) {
    const from = run.output().length
    writeFileSync(join(clone, first.stub), `${right}// ${save}\n`)
    await run.next(line('✓', first.slug), from)
    await run.next(WAITS, from)
  }
  expect(run.output()).not.toMatch(line('❯', second.slug))
}, 60_000)

test('the page of the UI waits for no other host', async () => {
  const run = vitest('--ui', '--watch', '--open=false')
  const [, address = ''] =
    /UI started at (\S+)/.exec(await run.next(/UI started at \S+\n/, 0)) ?? []
  const page = await fetch(address)

  // Once it asks no other any more, the header is needless.
  expect(await page.text()).toContain('https://fonts.')
  expect(page.headers.get('content-security-policy')).toContain("style-src 'self'")
}, 60_000)

/** Vitest in watch mode, at rest, and the first exercise, which is red. */
async function watched() {
  const [first] = course()
  if (!first) throw new Error('no exercise')
  const run = vitest('--watch')
  await run.next(WAITS, 0)
  return { first, run }
}

test('a green exercise that still holds its TODO says what to delete', async () => {
  const { first, run } = await watched()

  const from = run.output().length
  const right = readFileSync(join(clone, first.solution), 'utf8')
  writeFileSync(join(clone, first.stub), `// TODO: still here\n${right}`)

  await run.next(/is right! Now delete the TODO comment/, from)
  expect(run.output().slice(from)).not.toMatch(line('❯', course()[1]?.slug ?? ''))
}, 60_000)

test('whoever writes an answer out of turn has it judged', async () => {
  const { run } = await watched()
  const [, , third] = course()
  if (!third) throw new Error('no third exercise')

  const from = run.output().length
  cpSync(join(clone, third.solution), join(clone, third.stub))

  await run.next(line('✓', third.slug), from)
}, 60_000)

test('a stub that is deleted is said to be missing, and judged again when it is back', async () => {
  const { first, run } = await watched()

  const from = run.output().length
  unlinkSync(join(clone, first.stub))
  await run.next(/hello-world\.ts is missing/, from)
  const back = run.output().length
  cpSync(join(clone, first.solution), join(clone, first.stub))
  await run.next(line('✓', first.slug), back)
}, 60_000)

test('an editor may take a moment between deleting a file and writing it anew', async () => {
  const { first, run } = await watched()

  const from = run.output().length
  unlinkSync(join(clone, first.stub))
  // Long enough to be told of as a deletion (100 ms), too short for the file to be called missing.
  await wait(170)
  cpSync(join(clone, first.solution), join(clone, first.stub))

  await run.next(line('✓', first.slug), from)
}, 60_000)
