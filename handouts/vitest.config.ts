import { defineConfig } from 'vitest/config'

/** A config of its own: `npm test` must not need what only the handouts need. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    // One process for all files: Typst and the grammars are loaded once.
    pool: 'forks',
    isolate: false,
    maxWorkers: 1,
    testTimeout: 60_000,
  },
})
