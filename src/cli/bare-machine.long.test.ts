import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
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

test('a loop whose output nobody reads any more comes to its end', async () => {
  const child = spawn(process.execPath, ['bin/kata.cjs', 'start'], { cwd: clone.root })
  let complaints = ''
  child.stderr.on('data', (text: Buffer) => (complaints += text.toString()))
  await once(child.stdout, 'data')
  child.stdout.destroy()
  clone.solve('hello-world')

  expect(await once(child, 'close')).toEqual([0, null])
  expect(complaints).toBe('')
}, 120_000)

test.skipIf(process.platform === 'win32')(
  'the UI ends with whoever has started it',
  async () => {
    const shell = spawn('sh', ['-c', `"${process.execPath}" bin/kata.cjs ui --open=false; true`], {
      cwd: clone.root,
    })
    let said = ''
    for await (const text of shell.stdout.iterator({ destroyOnReturn: false })) {
      said += String(text)
      if (said.includes('UI started')) break
    }

    shell.kill('SIGKILL')

    shell.stdout.resume()
    // It is held open by the UI, too.
    await once(shell.stdout, 'close')
  },
  60_000,
)
