import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'

import { putFile } from '../testing/put-file.ts'
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

/** A package of the lock file: what npm knows of it. */
type Package = Record<string, unknown> & { version: string }

const ELSEWHERE = process.platform === 'win32' ? 'linux' : 'win32'
const LOCKED: Record<string, Package> = {
  'node_modules/vitest': { version: '4.1.99', dev: true },
  'node_modules/for-here': { version: '1.0.0', optional: true, os: [process.platform] },
  'node_modules/not-there': { version: '1.0.0', optional: true, os: [`!${ELSEWHERE}`] },
  'node_modules/for-elsewhere': { version: '1.0.0', optional: true, os: [ELSEWHERE] },
  'node_modules/for-no-cpu': { version: '1.0.0', optional: true, cpu: ['wasm32'] },
  'node_modules/for-no-libc': {
    ...{ version: '1.0.0', optional: true, os: [process.platform], libc: ['neither'] },
  },
  'node_modules/of-those': { version: '1.0.0', optional: true },
}
const HERE = ['vitest', 'for-here', 'not-there'].map((name) => `node_modules/${name}`)
const ALL = Object.fromEntries(HERE.map((path) => [path, LOCKED[path]]))

interface How {
  args?: string[]
  uid?: number
  npm?: string
  PATH?: string
}

/** A clone in which these packages are, and in which a program stands in the place of npm. */
class BareClone {
  readonly root = mkdtempSync(join(tmpdir(), 'async-kata-bare-'))

  constructor(installed: Record<string, unknown>, npm = INSTALLS) {
    for (const name of ['kata', 'install', 'place'])
      this.put(`bin/${name}.cjs`, readFileSync(join(root, 'bin', `${name}.cjs`), 'utf8'))
    this.put('bin/load.cjs', "module.exports = () => console.log('loaded')")
    this.put('package.json', '{ "devDependencies": { "vitest": "~4.1.12" } }')
    this.put('package-lock.json', JSON.stringify({ packages: { '': {}, ...LOCKED } }))
    this.put('npm/package.json', '{}')
    this.put('npm/npm-cli.js', npm)
    this.put('node_modules/.package-lock.json', JSON.stringify({ packages: installed }))
    for (const path of Object.keys(installed))
      this.put(`${path}/package.json`, JSON.stringify(installed[path]))
    this.put('npm/installs.json', JSON.stringify(ALL))
  }

  put(file: string, text = ''): void {
    putFile(this.root, file, text)
  }

  run({ args = ['judge', 'hello-world'], uid, npm = 'npm/npm-cli.js', ...env }: How = {}) {
    const words = [join(this.root, 'bin', 'kata.cjs'), ...args]
    const { status, stdout, stderr } = spawnSync(process.execPath, words, {
      ...{ encoding: 'utf8', ...(uid === undefined ? {} : { uid }) },
      env: { ...process.env, npm_execpath: join(this.root, npm), ...env },
    })
    return { status, stdout, stderr }
  }
}

const INSTALLS = `const { mkdirSync, writeFileSync } = require('fs')
  const packages = require('./installs.json')
  for (const path of Object.keys(packages)) {
    mkdirSync(path, { recursive: true })
    writeFileSync(path + '/package.json', '{}')
  }
  writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages }))
  console.log('words for nobody')
  console.error('npm http fetch GET 200 https://registry 3ms')`

let clone: BareClone | undefined
const bare = (...args: ConstructorParameters<typeof BareClone>) => (clone = new BareClone(...args))
afterEach(() => {
  if (clone) rmSync(clone.root, { recursive: true, force: true })
  clone = undefined
})

const GOES_ON = { status: 0, stdout: 'loaded\n' }
const withoutOne = Object.fromEntries(
  Object.entries(ALL).filter(([path]) => !path.endsWith('for-here')),
)

test('where all is installed that this system needs, npm is not asked', () => {
  const clone = bare(ALL, "throw new Error('asked')")

  expect(clone.run()).toEqual({ ...GOES_ON, stderr: '' })
})

test.each(['lint', 'format'])('npm run %s waits for its packages as well', (script) => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const clone = bare({})

  expect(scripts[script]).toMatch(/^node bin\/kata\.cjs --installed && /)
  expect(clone.run({ args: ['--installed'] })).toMatchObject({ status: 0, stdout: '' })
  expect(existsSync(join(clone.root, 'node_modules', 'vitest'))).toBe(true)
})

test.each([
  ['nothing', {}],
  ['all but what is for this system', withoutOne],
  ['an older version', { ...ALL, 'node_modules/vitest': { version: '4.1.98' } }],
])('where %s is there the rest is installed, and the command goes on', (_what, installed) => {
  const clone = bare(installed)

  const { stderr, ...ended } = clone.run()

  expect(ended).toEqual(GOES_ON)
  expect(stderr).toMatch(/^[^\n]* not installed\. Installing it[^\n]*\n$/)
})

test.each(['vitest', '.package-lock.json'])(
  'where node_modules/%s is gone it comes back',
  (name) => {
    const clone = bare(ALL)
    rmSync(join(clone.root, 'node_modules', name), { recursive: true })

    const { stderr, ...ended } = clone.run()

    expect(ended).toEqual(GOES_ON)
    expect(stderr).toContain('Installing')
  },
)

test('npm is asked for all packages, whatever it was told elsewhere', () => {
  const npm = "console.error(process.argv.slice(2).join(' ')); process.exitCode = 1"
  const clone = bare({}, npm)

  expect(clone.run().stderr).toContain('install --no-save --include=dev --include=optional')
})

test('where it cannot be installed there are few of the words of npm, and what to type', () => {
  const flood = Array.from(
    { length: 30 },
    (_, line) => `npm error ${line}\nnpm error     at a.js:1`,
  )
  const clone = bare({}, `console.error(${JSON.stringify(flood.join('\n'))})\nprocess.exitCode = 1`)

  const { stderr, ...ended } = clone.run()

  expect(ended).toEqual({ status: 2, stdout: '' })
  expect(stderr).toMatch(
    /^[^\n]*\nnpm error 0\nnpm error 1\nnpm error 2\nnpm error 3\n[^\n]*\n[^\n]*type npm install --include=dev[^\n]*\n$/,
  )
})

test.skipIf(process.platform === 'win32')('where there is no npm a sentence says so', () => {
  const clone = bare({})
  clone.put('empty/readme')

  const { status, stderr } = clone.run({ npm: '', PATH: join(clone.root, 'empty') })

  expect(stderr).toMatch(/\nThere is no npm, [^\n]*\n$/)
  expect(status).toBe(2)
})

const NOBODY = 65_534

test.skipIf(process.getuid?.() !== 0)('where nothing can be written npm is not asked', () => {
  const clone = bare({}, "throw new Error('asked')")
  chmodSync(clone.root, 0o755)

  const { status, stderr } = clone.run({ uid: NOBODY })

  expect(stderr).toMatch(/^[^\n]*nothing can be written into this folder: copy[^\n]*\n$/)
  expect(status).toBe(2)
})

test.each([
  ['pnpm', 'pnpm-lock.yaml'],
  ['pnpm', 'node_modules/.modules.yaml'],
  ['yarn', '.pnp.cjs'],
  ['yarn', 'yarn.lock'],
  ['bun', 'bun.lock'],
])('%s is named where there is a %s, and nothing is installed', (manager, mark) => {
  const clone = bare({}, "throw new Error('asked')")
  clone.put(mark)

  const { status, stderr } = clone.run()

  expect(stderr).toMatch(RegExp(`^[^\\n]* not installed: type ${manager} install,[^\\n]*\\n$`))
  expect(status).toBe(2)
})

test.each([
  ['4.1.12', 0],
  ['4.1.13', 0],
  ['4.1.11', 2],
  ['4.2.12', 2],
])('beside the lock of another manager Vitest %s leads to %i', (version, status) => {
  const clone = bare({ 'node_modules/vitest': { version } })
  clone.put('yarn.lock')

  expect(clone.run().status).toBe(status)
})

test.each(['C#', 'what?', '100%'])('a folder called %s is refused, in one sentence', (name) => {
  const clone = bare(ALL)
  const moved = join(clone.root, name)
  cpSync(join(clone.root, 'bin'), join(moved, 'bin'), { recursive: true })

  const { status, stderr } = spawnSync(process.execPath, [join(moved, 'bin', 'kata.cjs'), 'list'])

  expect(String(stderr)).toMatch(/^The path of this folder holds a [#?%][^\n]*\n$/)
  expect(status).toBe(2)
})

test.skipIf(process.platform === 'win32')(
  'the hook refuses no commit where there is no node',
  () => {
    const hook = join(root, '.husky', 'pre-commit')
    expect(
      spawnSync('/bin/sh', ['-e', hook], { cwd: root, env: { PATH: '/nowhere' } }),
    ).toMatchObject({
      status: 0,
    })
  },
)
