import type { EnvironmentModuleNode } from 'vite'
import type { Vitest } from 'vitest/node'

import { shownPath } from './submissions.ts'

/** The graphs in which Vite keeps what it has loaded. */
const graphsOf = (vitest: Vitest) =>
  Object.values(vitest.vite.environments).map(({ moduleGraph }) => moduleGraph)

/**
 * The files that a submission has imported, directly or not: relative to the repository where they
 * lie in it, absolute elsewhere. Packages and Node's own modules are left out.
 */
export function importedBy(vitest: Vitest, root: string, module: string): string[] {
  const seen = new Set<EnvironmentModuleNode>()
  const follow = (node: EnvironmentModuleNode | undefined) => {
    if (!node || seen.has(node)) return
    seen.add(node)
    for (const next of node.importedModules) follow(next)
  }
  const [start] = graphsOf(vitest).flatMap((graph) => graph.getModuleById(module) ?? [])
  follow(start)
  const files = [...seen].flatMap((node) => (node === start ? [] : (node.file ?? [])))
  return [...new Set(files)].filter(isFollowed).map((file) => shownPath(root, file))
}

/** Every file that has been loaded so far, by its absolute path; packages left out. */
export const loadedFiles = (vitest: Vitest): string[] =>
  [...new Set(graphsOf(vitest).flatMap((graph) => [...graph.fileToModulesMap.keys()]))].filter(
    isFollowed,
  )

const isFollowed = (file: string): boolean =>
  !file.includes('/node_modules/') && !file.startsWith('node:') && /^(?:[/]|[A-Za-z]:)/.test(file)
