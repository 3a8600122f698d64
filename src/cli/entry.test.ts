import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { root } from '../testing/root.ts'

const entry = join(root, 'bin', 'kata.cjs')

/** Runs the entry as if Node had another version. */
function checkOn(version: string) {
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '${version}' })`
  const code = `${pretend}; process.argv[2] = '--node-version'; require(${JSON.stringify(entry)})`
  return spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' })
}

test.each(['12.22.0', '18.20.4', '20.18.9'])('Node %s is refused, in one sentence', (version) => {
  const { status, stderr } = checkOn(version)

  expect(status).toBe(1)
  expect(stderr).toBe(
    `async-kata needs Node 20.19 or newer, and this is Node ${version}: ` +
      'please install a current one from https://nodejs.org.\n',
  )
})

test.each(['20.19.0', '22.0.0', '26.1.0'])('Node %s is welcome', (version) => {
  expect(checkOn(version)).toMatchObject({ status: 0, stderr: '' })
})

test('where nothing is installed, one sentence says what to type', () => {
  const clone = mkdtempSync(join(tmpdir(), 'async-kata-bare-'))
  mkdirSync(join(clone, 'bin'))
  for (const file of ['package.json', 'bin/kata.cjs'])
    copyFileSync(join(root, file), join(clone, file))

  const args = [join(clone, 'bin', 'kata.cjs'), 'judge', 'hello-world']
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  rmSync(clone, { recursive: true })

  expect(status).toBe(2)
  expect(stderr).toMatch(/^[^\n]* not installed\. Type npm install[^\n]*\n$/)
})
