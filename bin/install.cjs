// Whether everything that package-lock.json names is here, and how it comes here. Needs no package.
'use strict'

const fs = require('node:fs')
const { join } = require('node:path')

/** Marks of other package managers: beside one of them npm installs nothing. */
const MARKS = {
  pnpm: ['pnpm-lock.yaml', 'node_modules/.modules.yaml'],
  yarn: ['yarn.lock', '.pnp.cjs', 'node_modules/.yarn-state.yml', 'node_modules/.yarn-integrity'],
  bun: ['bun.lock', 'bun.lockb'],
}

/** Whatever npm was told elsewhere; and what it has already, it does not fetch. */
const NPM =
  'install --include=dev --include=optional --prefer-offline --no-audit --no-fund --loglevel=http ' +
  '--fetch-retries=2 --fetch-retry-factor=2 --fetch-retry-mintimeout=2000 --fetch-timeout=60000'

const SOME = 'Some of what the course needs is not installed'
const BY_HAND = 'type npm install --include=dev, and then this again.'

/** Installs what is missing. Resolves to whether everything is there then; says why if it is not. */
module.exports = async function install(root) {
  const manager = Object.keys(MARKS).find((name) =>
    MARKS[name].some((mark) => fs.existsSync(join(root, mark))),
  )
  if (manager ? resolves(root) : isInstalled(root)) return true
  const why = manager
    ? `${SOME}: type ${manager} install, and then this again.`
    : isWritable(root)
      ? await withNpm(root)
      : `${SOME}, and nothing can be written into this folder: copy the course into one of your ` +
        'own, and type npm start there.'
  if (why !== undefined) console.error(why)
  return why === undefined
}

/** Every package at its version, those of this system among them. Each start pays for this question. */
function isInstalled(root) {
  const wanted = read(root, 'package-lock.json')
  if (!wanted) return resolves(root)
  // npm writes it at the end: half an installation has none, or that of an older one.
  const found = read(root, 'node_modules/.package-lock.json')?.packages
  return Object.entries(wanted.packages).every(
    ([path, entry]) =>
      path === '' ||
      !isForHere(entry) ||
      (found?.[path]?.version === entry.version && fs.existsSync(`${root}${path}/package.json`)),
  )
}

/** What is optional names its system, or belongs to something that does. */
const isForHere = ({ optional, os, cpu, libc }) =>
  !optional ||
  ((os ?? cpu) !== undefined &&
    allows(os, process.platform) &&
    allows(cpu, process.arch) &&
    (libc === undefined || allows(libc, libcHere())))

const allows = (names = [], here) =>
  !names.includes(`!${here}`) && (names.includes(here) || names.every((name) => name[0] === '!'))

let libc
const libcHere = () => (libc ??= isMusl() ? 'musl' : 'glibc')

function isMusl() {
  try {
    return fs.readFileSync('/proc/self/maps', 'utf8').includes('/ld-musl-')
  } catch {
    return false
  }
}

/** Whether Node finds Vitest, wherever it lies, as new as package.json wants it: `~4.1.12`. */
function resolves(root) {
  const wanted = read(root, 'package.json').devDependencies.vitest.slice(1).split('.')
  try {
    const file = require.resolve('vitest/package.json', { paths: [root] })
    const found = require(file).version.split('.')
    return wanted.slice(0, 2).join() === found.slice(0, 2).join() && +found[2] >= +wanted[2]
  } catch {
    return false
  }
}

function read(root, file) {
  try {
    return JSON.parse(fs.readFileSync(join(root, file), 'utf8'))
  } catch {
    return undefined
  }
}

function isWritable(root) {
  const modules = join(root, 'node_modules')
  try {
    fs.accessSync(fs.existsSync(modules) ? modules : root, fs.constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Resolves to nothing when all is there, else to a sentence, behind the first words of npm's. */
async function withNpm(root) {
  console.error(`${SOME}. Installing it, once …`)
  const { code, errors } = await npm(root)
  if (code === 0 && isInstalled(root)) return undefined
  if (code === 127)
    return `There is no npm, which would do it. It comes with Node, from https://nodejs.org: then ${BY_HAND}`
  const said = errors.slice(0, FEW).map((line) => `${line}\n`)
  return `${said.join('')}npm could not install it. Where there is a network, ${BY_HAND}`
}

/** Lines of npm's errors that are shown; its log has them all. */
const FEW = 4

/** Runs npm, and shows what it does meanwhile. Resolves to its exit code, and its errors. */
async function npm(root) {
  const { spawn } = require('node:child_process')
  const { createInterface } = require('node:readline')
  const file = process.env.npm_execpath ?? ''
  const options = { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] }
  const child = /npm-cli\.js$/.test(file)
    ? spawn(process.execPath, [file, ...NPM.split(' ')], options)
    : // On Windows npm is a script, which only a shell can start.
      spawn(`npm ${NPM}`, { ...options, shell: true })
  const errors = []
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (/^npm (http|info|notice|verb)/.test(line)) showProgress(line)
    else if (!/^npm warn|^npm \S+ +at /i.test(line)) errors.push(line)
  })
  const code = await new Promise((resolve) => child.once('close', resolve))
  showProgress('')
  return { code, errors }
}

/** One line, written over and over; nothing where nobody sits in front of it. */
function showProgress(line) {
  const { isTTY, columns } = process.stderr
  if (isTTY) process.stderr.write(`\r\u001b[K${line.slice(0, columns - 1)}`)
}
