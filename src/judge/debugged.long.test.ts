import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../testing/root.ts'

test(
  'with an inspector open a judgement comes to its end all the same',
  { timeout: 90_000 },
  () => {
    const args = [join('bin', 'kata.cjs'), 'judge', 'hello-world', 'test/hostile/endless-loop.ts']

    const { status, stdout } = spawnSync(process.execPath, args, {
      cwd: root,
      encoding: 'utf8',
      // What an editor does that attaches to whatever runs.
      env: { ...process.env, NODE_OPTIONS: '--inspect=0' },
      timeout: 60_000,
    })

    expect(stdout).toContain('An endless loop')
    expect(status).toBe(1)
  },
)
