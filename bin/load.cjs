// Loads the command line proper, which is TypeScript. Somebody waits for it, so its sources are put
// together once, kept under the hash of what they say, and loaded as they are from then on.
'use strict'

const { createHash } = require('node:crypto')
const fs = require('node:fs')
const { tmpdir } = require('node:os')
const { dirname, join } = require('node:path')
const { pathToFileURL } = require('node:url')

/** Milliseconds that a bundle is kept when there is a newer one: a loop may run for days. */
const KEPT = 7 * 24 * 3_600_000

module.exports = async function load(root, args) {
  // A program that another one has started with a channel does not outlive it.
  if (process.channel) process.once('disconnect', () => process.exit()).channel.unref()
  // `| head` has read enough.
  process.stdout.on('error', ({ code }) => code === 'EPIPE' && process.exit(0))
  const folder = await bundleOf(root)
  const { main } = await import(pathToFileURL(join(folder, 'kata.mjs')).href)
  process.exitCode = await main(root, args)
}

async function bundleOf(root) {
  if (process.env.ASYNC_KATA_BUNDLE) return process.env.ASYNC_KATA_BUNDLE
  const kept = join(root, '.cache', 'kata', hashOfSources(root))
  if (fs.existsSync(kept)) return kept
  // That another process was faster is nothing to worry about.
  await putTogether(root, kept).catch(() => undefined)
  if (fs.existsSync(kept)) return newest(kept)
  // A folder without rights, a full disk: then it is made anew each time, elsewhere, for this
  // process and those that it starts.
  const scratch = fs.mkdtempSync(join(tmpdir(), 'async-kata-'))
  process.once('exit', () => fs.rmSync(scratch, { recursive: true, force: true }))
  fs.symlinkSync(join(root, 'node_modules'), join(scratch, 'node_modules'), 'junction')
  await putTogether(root, join(scratch, 'kata'))
  return (process.env.ASYNC_KATA_BUNDLE = join(scratch, 'kata'))
}

/** Takes away those that are old. */
function newest(folder) {
  for (const name of fs.readdirSync(dirname(folder))) {
    const other = join(dirname(folder), name)
    const { mtimeMs = Infinity } = fs.statSync(other, { throwIfNoEntry: false }) ?? {}
    if (Date.now() - mtimeMs > KEPT) fs.rmSync(other, { recursive: true, force: true })
  }
  return folder
}

/** Everything of which the command line is made, where it lies, and how it is put together. */
function hashOfSources(root) {
  const hash = createHash('sha256').update(root)
  const sources = fs
    .readdirSync(join(root, 'src'), { recursive: true })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort()
    .map((name) => join('src', name))
  for (const file of [...sources, 'package-lock.json', join('bin', 'load.cjs')]) {
    hash.update(`\0${file}\0`).update(fs.readFileSync(join(root, file)))
  }
  return hash.digest('hex').slice(0, 16)
}

/** Written aside and renamed, since two programs may start at once. */
async function putTogether(root, folder) {
  const aside = `${folder}.${process.pid}`
  fs.mkdirSync(aside, { recursive: true })
  try {
    const { build } = await import('rolldown')
    await build({
      input: join(root, 'src', 'cli', 'kata.ts'),
      platform: 'node',
      logLevel: 'silent',
      // Packages stay what they are; our own files are named by a path.
      external: (id) => !/^[./]|^[a-z]:[\\/]/i.test(id),
      plugins: [{ name: 'where-it-was', transform: whereItWas }],
      output: { dir: aside, entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    })
    fs.renameSync(aside, folder)
  } finally {
    fs.rmSync(aside, { recursive: true, force: true })
  }
}

/** A program that looks for a file beside its own finds it. */
const whereItWas = (code, id) =>
  code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
