// Vitest runs this file as if it were a test: one "test" for each snippet, and its meta data carry
// home what happened.
import { inject, test } from 'vitest'

import { runSnippet, type SnippetToRun } from './run-snippet.ts'
import type { Ran } from './snippet.ts'

for (const snippet of inject('snippets')) {
  test(
    snippet.name,
    async ({ task }) => {
      task.meta.ran = await runSnippet(snippet)
    },
    60_000,
  )
}

declare module 'vitest' {
  interface ProvidedContext {
    snippets: SnippetToRun[]
  }
  interface TaskMeta {
    ran?: Ran
  }
}
