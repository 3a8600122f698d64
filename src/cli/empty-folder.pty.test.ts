import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'

import { useClone } from '../testing/learners-clone.ts'

const clone = useClone()
const NPM_START = ['npm', 'start', '--silent']

/** Real milliseconds for an installation, most of which npm has in its cache. */
const PATIENCE = 300_000

/** An address at which nobody answers. */
const DEAD = 'http://127.0.0.1:9'

beforeEach(() => rmSync(clone.path('node_modules'), { recursive: true, force: true }))

test(
  'from an empty folder to the first exercise, red and then green',
  async () => {
    const terminal = clone.start({ command: NPM_START })
    await terminal.waitFor('not installed. Installing it, once')
    await terminal.waitFor(/^npm http fetch/m, PATIENCE)
    const screen = await terminal.waitFor('1 is green', PATIENCE)
    expect(screen[1]).toContain('1.1 Hello world')
    clone.solve('hello-world')
    await terminal.waitFor('1.1 Hello world is solved.')
    terminal.type('q')

    expect(await terminal.exited).toBe(0)
    // The second time nothing is missing.
    const again = clone.start({ command: NPM_START })
    await again.waitFor('1.2 Accept request')
    again.type('q')
    await again.exited
    expect(again.raw).not.toContain('Installing')
  },
  2 * PATIENCE,
)

test(
  'without a network it is installed from what npm has in its cache',
  async () => {
    const env = { npm_config_proxy: DEAD, npm_config_https_proxy: DEAD, NODE_ENV: 'production' }
    const terminal = clone.start({ command: ['npm', 'run', '--silent', 'list'], env })

    expect(await terminal.exited).toBe(0)
    expect(terminal.raw).toMatch(/\b0 of \d+ solved/)
  },
  PATIENCE,
)

test(
  'without a network and without a cache a few lines say what to type',
  async () => {
    const env = { npm_config_registry: DEAD, npm_config_cache: clone.path('.cache/npm') }
    const terminal = clone.start({ command: NPM_START, env })

    expect(await terminal.exited).toBe(2)
    const said = terminal.screen().filter((line) => line !== '')
    expect(said.join('')).toMatch(
      /ECONNREFUSED[^]*type npm install --include=dev, and then this again/,
    )
    expect(said.length).toBeLessThan(10)
  },
  PATIENCE,
)

test(
  'on a Node that is too old, npm install has one sentence to say and no warnings',
  async () => {
    writeFileSync(
      clone.path('package.json'),
      JSON.stringify({
        name: 'old',
        engines: { node: '>=999' },
        scripts: { preinstall: 'exit 1' },
      }),
    )
    rmSync(clone.path('package-lock.json'))
    const terminal = clone.start({ command: ['npm', 'install', '--offline'] })

    expect(await terminal.exited).toBe(1)
    expect(terminal.raw).not.toContain('EBADENGINE')
    expect(existsSync(clone.path('node_modules/vitest'))).toBe(false)
  },
  PATIENCE,
)
