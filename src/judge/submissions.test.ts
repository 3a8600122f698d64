import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { readCourse } from '../course/catalog.ts'
import type { Verdict } from './verdict.ts'
import { openRunner } from './runner.ts'
import { root } from '../testing/root.ts'

const folder = mkdtempSync(join(tmpdir(), 'async-kata-'))
afterAll(() => rmSync(folder, { recursive: true }))

const RIGHT = `export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  print('World')
}
`

/** Bad files: the content, and what the one sentence about it must say. */
const BAD: Record<string, [content: string | Buffer | undefined, ...words: string[]]> = {
  syntax: ['export async function main( {\n  const = 3\n}\n', 'has a syntax error on line 2'],
  'no-export': ['async function main() {}\n', 'exports no `main`', 'export function main'],
  'other-name': ['export async function Main() {}\n', 'exports no `main`'],
  'wrong-kind': ['export const main = 3\n', 'exports `main` as a number'],
  'a-class': ['export class main {}\n', 'exports `main` as a class'],
  empty: ['', 'is empty'],
  blank: ['\n \n', 'is empty'],
  deleted: [undefined, 'is missing'],
  binary: [Buffer.from([0x7f, 0x45, 0x00, 0x01]), 'is not a text file'],
  'throws-at-load': [
    "const menu: string[] = []\nthrow new Error('no menu')\n",
    'throws while it is loaded, on line 2: Error: no menu',
  ],
  'missing-package': [
    "import 'left-pad'\nexport const main = 1\n",
    "imports 'left-pad', which does not exist",
  ],
  'missing-file': [
    "import './menu.ts'\nexport const main = 1\n",
    "imports './menu.ts', which does not exist",
  ],
}

/** Odd files that are right all the same. */
const ODD: Record<string, string> = {
  crlf: RIGHT.replaceAll('\n', '\r\n'),
  bom: `\uFEFF${RIGHT}`,
  'type-error': `const count: number = 'three'\nvoid count\n${RIGHT}`,
  'arrow-function': RIGHT.replace('async function main', 'const main = async ').replace(
    'Promise<void> {',
    'Promise<void> => {',
  ),
  'renamed-export': `${RIGHT.replace('export async function main', 'async function open')}export { open as main }\n`,
}

let verdicts: Map<string, Verdict>

beforeAll(async () => {
  const exercise = readCourse(root).find((one) => one.slug === 'hello-world')
  if (!exercise) throw new Error('The course has lost its first exercise.')
  const files = Object.entries({ ...BAD, ...ODD }).map(([name, content]) => {
    const file = join(folder, `${name}.ts`)
    const text = Array.isArray(content) ? content[0] : content
    if (text !== undefined) writeFileSync(file, text)
    return { name, file, exercise }
  })
  // In one process: none of them does anything to its neighbours.
  const runner = await openRunner(root, files, { workers: 1 })
  const judged = await runner.run().finally(() => runner.close())
  verdicts = new Map(judged.map((verdict, index) => [files[index]?.name ?? '', verdict]))
}, 60_000)

test.each(Object.entries(BAD))('%s: one sentence says what is wrong', (name, [, ...words]) => {
  const { tests = [], errors = [] } = verdicts.get(name) ?? {}
  const messages = tests.flatMap(({ failure }) => failure?.sentence.replaceAll('\n', ' ') ?? [])

  expect(errors).toEqual([])
  expect(messages).toHaveLength(1)
  for (const word of words) expect(messages[0]).toContain(word)
  expect(messages[0]).toContain(`${name}.ts`)
  expect(tests.filter((one) => one.state === 'skipped')).toHaveLength(tests.length - 1)
})

test.each(Object.keys(ODD))('%s: does not matter', (name) => {
  const { tests = [], errors = [] } = verdicts.get(name) ?? {}

  expect(errors).toEqual([])
  expect(tests.flatMap(({ failure }) => failure ?? [])).toEqual([])
  expect(verdicts.get(name)?.solved).toBe(true)
})
