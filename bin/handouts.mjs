// Makes the handouts. What they need is installed here by itself, once, and not with the course: a
// learner never pays for it. From then on no network is needed, until the lock file changes.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const root = here('..')
const folder = here('../handouts')
/** Says from which lock file the packages were installed. */
const mark = here('../handouts/node_modules/.installed-from')

if (isInstalled() || install()) {
  const { module } = await runnerImport(here('../handouts/build.ts'), {
    root,
    configFile: false,
    logLevel: 'error',
  })
  process.exitCode = await module.main(root, process.argv.slice(2))
} else {
  console.error(
    '\nThe handouts need packages of their own, and npm could not install them. It says above why. ' +
      'If there is no network, try again where there is one: it is needed only this once.',
  )
  process.exitCode = 1
}

function isInstalled() {
  return existsSync(mark) && readFileSync(mark, 'utf8') === lockHash()
}

function install() {
  console.error('Installing what the handouts need, about 72 MB, once …')
  const args = [
    'ci',
    '--ignore-scripts',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  const { status } = npm(args)
  if (status === 0) writeFileSync(mark, lockHash())
  return status === 0
}

/** The npm that started this script, or whichever is there. */
function npm(args) {
  const started = process.env.npm_execpath ?? ''
  const options = { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] }
  return /^npm(-cli)?\.[cm]?js$/.test(basename(started))
    ? spawnSync(process.execPath, [started, ...args], options)
    : // On Windows npm is a script, which only a shell can start; the arguments are all our own.
      spawnSync(['npm', ...args].join(' '), { ...options, shell: true })
}

function lockHash() {
  const lock = readFileSync(here('../handouts/package-lock.json'), 'utf8').replaceAll('\r\n', '\n')
  return createHash('sha256').update(lock).digest('hex')
}
