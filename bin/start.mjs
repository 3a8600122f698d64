// Starts the learner's loop. Somebody waits for it, so it is not loaded module by module as
// `run.mjs` does it for everything else: its sources are put together once, kept under the hash of
// what they say, and loaded as they are from then on.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const bundle = join(root, '.cache', 'start', hashOfSources())

try {
  if (!existsSync(bundle)) await putTogether()
} catch {
  // A folder without rights, a full disk: then it takes a second longer.
}
if (existsSync(bundle)) {
  const { main } = await import(pathToFileURL(join(bundle, 'start.js')).href)
  process.exitCode = await main(root, process.argv.slice(2))
} else {
  process.argv.splice(2, 0, 'cli/start')
  await import('./run.mjs')
}

/** Everything of which the loop is made, and what it is put together with. */
function hashOfSources() {
  const hash = createHash('sha256')
  const sources = ['src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .sort()
      .map((name) => join(folder, name)),
  )
  for (const file of [...sources, 'package-lock.json']) {
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex').slice(0, 16)
}

/** Written aside and renamed: two loops may start at once. */
async function putTogether() {
  const { build } = await import('rolldown')
  const aside = `${bundle}.${process.pid}`
  mkdirSync(aside, { recursive: true })
  try {
    await build({
      input: join(root, 'src', 'cli', 'start.ts'),
      platform: 'node',
      logLevel: 'silent',
      // Packages stay what they are; our own files are named by a path.
      external: (id) => !/^[./]|^[a-z]:[\\/]/i.test(id),
      output: { dir: aside, format: 'esm' },
    })
    renameSync(aside, bundle)
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}
