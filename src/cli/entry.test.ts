import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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

/** Runs a command where nothing is installed, with this program in the place of npm. */
function runBare(npm: string) {
  const clone = mkdtempSync(join(tmpdir(), 'async-kata-bare-'))
  mkdirSync(join(clone, 'bin'))
  for (const file of ['package.json', 'bin/kata.cjs'])
    copyFileSync(join(root, file), join(clone, file))
  writeFileSync(join(clone, 'bin', 'load.cjs'), "module.exports = () => console.log('loaded')")
  mkdirSync(join(clone, 'npm'))
  writeFileSync(join(clone, 'npm', 'package.json'), '{}')
  writeFileSync(join(clone, 'npm', 'npm-cli.js'), npm)

  const args = [join(clone, 'bin', 'kata.cjs'), 'judge', 'hello-world']
  const env = { ...process.env, npm_execpath: join(clone, 'npm', 'npm-cli.js') }
  const ended = spawnSync(process.execPath, args, { encoding: 'utf8', env })
  rmSync(clone, { recursive: true })
  return ended
}

test('where nothing is installed, it is installed, and the command goes on', () => {
  const npm = `const { mkdirSync } = require('fs')
    for (const name of Object.keys(require('../package.json').devDependencies))
      mkdirSync('node_modules/' + name, { recursive: true })
    console.log(process.argv.slice(2).join(' '))`
  const { status, stdout, stderr } = runBare(npm)

  expect(stdout).toBe('loaded\n')
  expect(stderr).toMatch(/^[^\n]* not installed\. Installing it[^\n]*\ninstall --include=dev /)
  expect(status).toBe(0)
})

test('where it cannot be installed, one sentence says what to type', () => {
  const { status, stdout, stderr } = runBare("console.error('no network')\nprocess.exitCode = 1")

  expect(stdout).toBe('')
  expect(stderr).toMatch(/no network\n\n[^\n]*type npm install --include=dev[^\n]*\n$/)
  expect(status).toBe(2)
})
