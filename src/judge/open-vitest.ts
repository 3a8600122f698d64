import { Writable } from 'node:stream'
import type { Plugin } from 'vite'
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
      ...options,
    },
    { plugins: [plugin], logLevel: 'silent' },
    // What a submission writes past the console must not end up in ours.
    { stdout: tail().stream, stderr: errors.stream },
  )
}

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
