import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const script = fileURLToPath(new URL('../../bin/node-version.cjs', import.meta.url))

/** Runs the check as if Node had another version. */
function checkOn(version: string) {
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '${version}' })`
  return spawnSync(process.execPath, ['-e', `${pretend}; require(${JSON.stringify(script)})`], {
    encoding: 'utf8',
  })
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
