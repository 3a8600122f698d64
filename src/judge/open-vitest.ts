import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { normalizePath, type Plugin } from 'vite'
import type { TestUserConfig } from 'vitest/config'
import { createVitest, type Vitest } from 'vitest/node'

import { harnessOptions } from './vitest-options.ts'

export type Tail = ReturnType<typeof tail>

/**
 * Opens a Vitest that runs tests of exercises once and again, and says nothing itself. `errors` is
 * told what submissions write to the error output past the console.
 */
export function openVitest(
  root: string,
  plugin: Plugin,
  { provide, ...options }: TestUserConfig,
  errors: Tail = tail(),
): Promise<Vitest> {
  const common = harnessOptions(root)
  return createVitest(
    'test',
    {
      ...common,
      provide: { ...common.provide, ...provide },
      config: false,
      root,
      watch: false,
      cache: false,
      experimental: kept(root),
      ...options,
    },
    { plugins: [plugin, onlyOurSourcesAreKept(root)], logLevel: 'silent' },
    // What a submission writes past the console must not end up in ours.
    { stdout: tail().stream, stderr: errors.stream },
  )
}

/**
 * Where Vitest keeps what it has made of modules, so that the next start need not make it again. It
 * gives up where it cannot write there, and so nothing is kept in such a folder.
 */
function kept(root: string): NonNullable<TestUserConfig['experimental']> {
  const folder = join(root, '.cache', 'modules')
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch {
    return {}
  }
  return { fsModuleCache: true, fsModuleCachePath: folder }
}

/** Tests and answers are more than what their files say: see the plugin `submissions`. */
const onlyOurSourcesAreKept = (root: string): Plugin => ({
  name: 'async-kata:only-our-sources-are-kept',
  configureVitest({ experimental_defineCacheKeyGenerator: define }) {
    const sources = normalizePath(join(root, 'src', '/'))
    define(({ id }) => (id.startsWith(sources) ? undefined : false))
  },
})

/** A stream that keeps the last of what is written to it, and throws the rest away. */
export function tail() {
  let kept = ''
  const stream = new Writable({
    write(chunk, _encoding, done) {
      kept = (kept + String(chunk)).slice(-KEPT)
      done()
    },
  })
  return { stream, lastWords: () => kept, forget: () => void (kept = '') }
}

/** Characters that are kept. */
const KEPT = 4_000
