import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

import { learnerRun } from './course/learner-run.ts'
import { submissions } from './course/submissions.ts'
import { harnessOptions } from './course/vitest-options.ts'

const root = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig(({ mode }) => ({
  plugins: [
    submissions({ root, target: mode === 'solutions' ? 'solutions' : 'exercises' }),
    ...(mode === 'solutions' ? [] : [learnerRun(root)]),
  ],
  test: {
    ...harnessOptions(root, mode === 'solutions' ? 'all' : 'learner'),
    include: ['test/**/*.test.ts'],
  },
}))
