import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { readCourse } from '../course/catalog.ts'
import { reasonsIn } from '../testing/hostile-header.ts'
import { judge } from './judge.ts'
import { onOneLine } from '../course/mistake-header.ts'
import { saidBy, type Verdict } from './verdict.ts'
import { root } from '../testing/root.ts'

const folder = mkdtempSync(join(tmpdir(), 'async-kata-hostile-'))
afterAll(() => rmSync(folder, { recursive: true }))

const hostile = readdirSync(join(root, 'test/hostile')).map((name) => `test/hostile/${name}`)

/** Where one may not make links without being asked for a password. */
const WINDOWS = process.platform === 'win32'

/** What cannot be kept in a repository: no text, not there, or somewhere else. */
const odd: Record<string, [make: (file: string) => void, words: string]> = {
  'a folder': [(file) => mkdirSync(file), 'is not a file'],
  // Prettier would have to read it.
  'pasted Python': [
    (file) => writeFileSync(file, 'import asyncio\n\nasync def main(print):\n    print("Hello")\n'),
    'is Python, and this course asks for TypeScript',
  ],
  binary: [(file) => writeFileSync(file, Buffer.from([0xff, 0x00, 0xfe])), 'is not a text file'],
  ...(WINDOWS
    ? {}
    : {
        'a link to nowhere': [(file) => symlinkSync(join(folder, 'nowhere'), file), 'is missing'],
        'a link in a circle': [(file) => symlinkSync(file, file), 'is missing'],
      }),
  deleted: [() => undefined, 'is missing'],
}

const right = 'solutions/01-the-post/01-hello-world/hello-world.ts'
let verdicts: Map<string, Verdict>

beforeAll(async () => {
  const exercise = readCourse(root).find((one) => one.slug === 'hello-world')
  if (!exercise) throw new Error('The course has lost its first exercise.')
  const made = Object.entries(odd).map(([name, [make]]) => {
    const file = join(folder, `${name.replaceAll(' ', '-')}.ts`)
    make(file)
    return { name, file }
  })
  // Right answers between the hostile ones: each of them must still be found right.
  const linked = join(folder, 'a-link.ts')
  if (WINDOWS) copyFileSync(join(root, right), linked)
  else symlinkSync(join(root, right), linked)
  const between = hostile.map((file, index) => {
    if (index % 4 !== 0) return [file]
    const copy = join(folder, `right-${index}.ts`)
    writeFileSync(copy, readFileSync(join(root, right)))
    return [file, copy]
  })
  const files = [...between.flat(), ...made.map(({ file }) => file), linked]
  const judged = await judge(
    root,
    files.map((file) => ({ file, exercise })),
  )
  verdicts = new Map(judged.map((verdict) => [verdict.file, verdict]))
  for (const { name, file } of made) verdicts.set(name, verdicts.get(file) ?? ({} as Verdict))
}, 240_000)

const said = (verdict: Verdict): string => onOneLine(saidBy(verdict))

const saysOneOf =
  (reasons: string[]) =>
  (said: string): boolean =>
    reasons.some((reason) => said.includes(reason))

test('there are at least twenty kinds', () => {
  expect(hostile.length + Object.keys(odd).length).toBeGreaterThanOrEqual(20)
})

test.each(hostile)('%s is not solved, for the reason that it names', (file) => {
  const verdict = verdicts.get(file)
  if (!verdict) throw new Error('no verdict')

  expect(verdict.solved).toBe(false)
  const reasons = reasonsIn(readFileSync(join(root, file), 'utf8'))
  expect(said(verdict)).toSatisfy(saysOneOf(reasons), `says: ${reasons.join(', or: ')}`)
})

test.each(Object.entries(odd))('%s is not solved, and one sentence says why', (name, [, words]) => {
  const verdict = verdicts.get(name)
  if (!verdict) throw new Error('no verdict')

  expect(verdict.solved).toBe(false)
  expect(said(verdict)).toContain(words)
})

test('a right answer is found right between all of them, and through a link', () => {
  const others = [...verdicts].filter(([file]) => /right-\d+|a-link\.ts/.test(file))

  expect(others).toHaveLength(Math.ceil(hostile.length / 4) + 1)
  expect(
    others.filter(([, verdict]) => !verdict.solved).map(([file, verdict]) => [file, said(verdict)]),
  ).toEqual([])
})

test('a flood is cut off, behind its beginning, and one reads how much is left out', () => {
  const printed = verdicts.get('test/hostile/prints-a-flood.ts')?.tests[0]?.printed

  expect(printed).toMatch(/^x{2000}… \(and 998000 more characters\) {2}@0\n/)
  expect(printed).toMatch(/\(… and 9\d more lines, not shown\)\n$/)
})

test('whatever is thrown or printed, a verdict is small and cannot move a cursor', () => {
  for (const verdict of verdicts.values()) {
    const data = JSON.stringify(verdict)

    expect(data.length, verdict.file).toBeLessThan(300_000)
    expect(data, verdict.file).not.toContain(String.raw`\u001b`)
  }
})

test('of a stack only the learner’s own frames are told, with the lines of the file', () => {
  const file = 'test/hostile/prints-stacks.ts'
  const { printed = '' } = verdicts.get(file) ?? {}

  for (const at of ['main', 'made']) expect(printed).toContain(`    at ${at} (${file}:`)
  expect(printed).toContain(`at made (${file}:10:20)`)
  const frames = printed.split('\n').filter((line) => /^ *at /.test(line))
  expect(frames.filter((line) => !line.includes(file))).toEqual([])
  expect(printed).not.toMatch(/\?candidate|node:internal|matching cause/)
})
