import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { Clone } from '../author/clone.ts'
import { root } from '../testing/root.ts'

let bin: string
const clone = new Clone()

beforeEach(() => {
  clone.make(root)
  bin = mkdtempSync(join(tmpdir(), 'async-kata-bin-'))
  symlinkSync(process.execPath, join(bin, 'node'))
  mkdirSync(join(bin, 'home'))
})
afterEach(() => {
  rmSync(bin, { recursive: true })
  clone.remove()
})

/** Folders with tests of what uses git or Python where there is one. */
const ASK_OTHERS = ['src/course', 'src/run']

test.skipIf(process.platform === 'win32')(
  'npm test is green where there is Node and nothing else, and says what it has left out',
  () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      ['bin/kata.cjs', 'test', ...ASK_OTHERS, '--reporter=verbose'],
      { cwd: clone.root, encoding: 'utf8', env: { PATH: bin, HOME: join(bin, 'home') } },
    )

    const said = stripVTControlCharacters(stdout)
    expect(said).toContain('(needs git, which is not here)')
    expect(said).toContain('[there is no Python 3.11 here; npm run check needs one]')
    expect(said).not.toMatch(/^ *FAIL /m)
    expect(status).toBe(0)
  },
  120_000,
)
