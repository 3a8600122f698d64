import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { root } from '../testing/root.ts'

const PARTS = ['bin', 'src', 'exercises', 'test', 'package.json', 'package-lock.json']

let folder: string
/** Without history, so that there is nothing to judge. */
let clone: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'async-kata-bundle-'))
  clone = join(folder, 'clone')
  for (const part of PARTS) cpSync(join(root, part), join(clone, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'), 'junction')
  mkdirSync(join(folder, 'temporary'))
})

afterEach(() => rmSync(folder, { recursive: true }))

async function list(): Promise<unknown> {
  const temporary = join(folder, 'temporary')
  const child = spawn(process.execPath, [join(clone, 'bin', 'kata.cjs'), 'list'], {
    cwd: clone,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary },
  })
  const [code] = (await once(child, 'exit')) as unknown[]
  return code
}

const bundles = () => readdirSync(join(clone, '.cache', 'kata'))

test(
  'two that start at once make one bundle; one of old is taken away',
  { timeout: 90_000 },
  async () => {
    const old = join(clone, '.cache', 'kata', 'old')
    mkdirSync(old, { recursive: true })
    utimesSync(old, 0, 0)

    expect(await Promise.all([list(), list()])).toEqual([0, 0])
    expect(bundles()).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/)])

    const before = bundles()
    writeFileSync(join(clone, 'src', 'cli', 'another.ts'), '')
    expect(await list()).toBe(0)
    expect(bundles()).toHaveLength(2)
    expect(bundles()).toEqual(expect.arrayContaining(before))
  },
)

test(
  'where nothing can be kept it runs all the same, and leaves nothing behind',
  { timeout: 90_000 },
  async () => {
    // A file where the folder should be stops root, too.
    writeFileSync(join(clone, '.cache'), '')

    expect(await list()).toBe(0)
    expect(readdirSync(join(folder, 'temporary'))).toEqual([])
  },
)
