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

/** Whatever npm was told elsewhere. It leaves the lock file alone, and fetches nothing that it has. */
const NPM =
  'install --no-save --include=dev --include=optional --prefer-offline --no-audit --no-fund ' +
  '--loglevel=http --fetch-retries=2 --fetch-retry-factor=2 --fetch-retry-mintimeout=2000 ' +
  '--fetch-timeout=60000'

/** What is said of the course itself; others have other words, and no script that has to be run. */
const COURSE = {
  whoNeeds: 'the course needs',
  scripts: true,
  typeThis: 'npm install --include=dev',
}

/** Installs what is missing. Resolves to whether everything is there then; says why if it is not. */
module.exports = async function install(folder, words = COURSE) {
  const some = `Some of what ${words.whoNeeds} is not installed`
  const manager = Object.keys(MARKS).find((name) =>
    MARKS[name].some((mark) => fs.existsSync(join(folder, mark))),
  )
  if (manager ? resolves(folder) : isInstalled(folder)) return true
  if (manager) return fail(`${some}: type ${manager} install, and then this again.`)
  if (!isWritable(folder))
    return fail(
      `${some}, and nothing can be written into this folder: copy the course into one of your own, ` +
        'and type the same there.',
    )
  console.error(`${some}. Installing it, once …`)
  const { code, errors } = await npm(folder, words.scripts)
  // Whatever it has left out, it knows why.
  if (code === 0) return true
  const byHand = `type ${words.typeThis}, and then this again.`
  return code === 127
    ? fail(
        `There is no npm, which would do it. It comes with Node, from https://nodejs.org: then ${byHand}`,
      )
    : fail(
        ...errors.slice(0, FEW),
        `npm could not install it.\nWhere there is a network, ${byHand}`,
      )
}

/** Lines of npm's errors that are shown; its log has them all. */
const FEW = 4

function fail(...lines) {
  console.error(lines.join('\n'))
  return false
}

/** Every package at its version, those of this system among them. Each start pays for this question. */
function isInstalled(folder) {
  const wanted = read(folder, 'package-lock.json')
  if (!wanted) return resolves(folder)
  // npm writes it at the end: half an installation has none, or that of an older one.
  const found = read(folder, 'node_modules/.package-lock.json')?.packages
  return Object.entries(wanted.packages).every(
    ([path, entry]) =>
      path === '' ||
      !isForHere(entry) ||
      (found?.[path]?.version === entry.version && fs.existsSync(`${folder}/${path}/package.json`)),
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
function resolves(folder) {
  const wanted = read(folder, 'package.json').devDependencies.vitest.slice(1).split('.')
  try {
    const file = require.resolve('vitest/package.json', { paths: [folder] })
    const found = require(file).version.split('.')
    return wanted.slice(0, 2).join() === found.slice(0, 2).join() && +found[2] >= +wanted[2]
  } catch {
    return false
  }
}

function read(folder, file) {
  try {
    return JSON.parse(fs.readFileSync(join(folder, file), 'utf8'))
  } catch {
    return undefined
  }
}

function isWritable(folder) {
  const modules = join(folder, 'node_modules')
  try {
    fs.accessSync(fs.existsSync(modules) ? modules : folder, fs.constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Runs npm, and shows what it does meanwhile. Resolves to its exit code, and its errors. */
async function npm(cwd, scripts) {
  const { spawn } = require('node:child_process')
  const { createInterface } = require('node:readline')
  const file = process.env.npm_execpath ?? ''
  const words = scripts ? NPM : `${NPM} --ignore-scripts`
  const options = { cwd, stdio: ['ignore', 'ignore', 'pipe'] }
  const child = /npm-cli\.js$/.test(file)
    ? spawn(process.execPath, [file, ...words.split(' ')], options)
    : // On Windows npm is a script, which only a shell can start.
      spawn(`npm ${words}`, { ...options, shell: true })
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
