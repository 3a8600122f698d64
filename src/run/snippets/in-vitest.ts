import { join } from 'node:path'
import { normalizePath, type Plugin } from 'vite'
import type { TestModule } from 'vitest/node'

import { openVitest } from '../../judge/open-vitest.ts'
import { moduleCode } from './module-code.ts'
import type { SnippetToRun } from './run-snippet.ts'
import { exerciseImport, nameOf, type Ran, type Snippet } from './snippet.ts'

/** Runs TypeScript snippets in a worker of Vitest, where the harness has its clock and watchdog. */
export async function runInVitest(
  root: string,
  snippets: readonly Snippet[],
): Promise<Map<string, Ran>> {
  if (snippets.length === 0) return new Map()
  const player = normalizePath(join(root, 'src', 'run', 'snippets', 'player.ts'))
  const vitest = await openVitest(root, snippetModules(root, snippets), {
    provide: { snippets: snippets.map((one) => toRun(root, one)) },
    reporters: [{}],
    include: [player],
  })
  try {
    const specification = vitest.getRootProject().createSpecification(player)
    const { testModules } = await vitest.runTestSpecifications([specification])
    return new Map(snippets.map((one) => [nameOf(one), ranIn(testModules[0], one)]))
  } finally {
    await vitest.close()
  }
}

const idOf = (root: string, snippet: Snippet): string => normalizePath(join(root, nameOf(snippet)))

const toRun = (root: string, snippet: Snippet): SnippetToRun => ({
  name: nameOf(snippet),
  id: idOf(root, snippet),
  line: snippet.line,
  real: snippet.output?.real ?? false,
})

function ranIn(module: TestModule | undefined, snippet: Snippet): Ran {
  const tests = [...(module?.children.allTests() ?? [])]
  const test = tests.find((one) => one.name === nameOf(snippet))
  const [error] = [...(test?.result().errors ?? []), ...(module?.errors() ?? [])]
  const message = `could not be run: ${error?.message ?? 'Vitest did not come to it.'}`
  return test?.meta().ran ?? { printed: [], error: { line: snippet.line, message } }
}

/** Lets Vite see the snippets as modules; each has a copy of the solution to itself. */
function snippetModules(root: string, snippets: readonly Snippet[]): Plugin {
  const modules = new Map(snippets.map((one) => [idOf(root, one), one]))

  return {
    name: 'async-kata:snippets',
    enforce: 'pre',

    resolveId(source, importer) {
      if (modules.has(source)) return source
      const snippet = modules.get(importer ?? '')
      if (!snippet || source !== exerciseImport(snippet)) return undefined
      return `${normalizePath(join(root, snippet.page.solution))}?snippet=${snippet.line}`
    },

    load(id) {
      const snippet = modules.get(id)
      return snippet && { code: moduleCode(snippet), map: null }
    },
  }
}
