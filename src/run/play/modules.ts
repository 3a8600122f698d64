import { pathToFileURL } from 'node:url'
import { createRunnableDevEnvironment, resolveConfig, type Plugin } from 'vite'
import { ESModulesEvaluator, type ModuleRunner } from 'vite/module-runner'

import { candidatesOf } from '../../judge/candidates.ts'
import { submissions } from '../../judge/submissions.ts'
import type { Program } from './program.ts'

/** Opens a loader of modules that knows the program, and the answer behind its loader. */
export async function openModules(root: string, program: Program): Promise<ModuleRunner> {
  const { exercise, answer: file } = program
  const candidates = candidatesOf(root, [{ exercise, file }])
  const plugins = [submissions({ root, target: 'exercises', candidates }), programModule(program)]
  const dev = { moduleRunnerTransform: true }
  const config = await resolveConfig(
    {
      configFile: false,
      envDir: false,
      root,
      logLevel: 'silent',
      plugins,
      environments: { play: { consumer: 'server', dev, resolve: { external: true } } },
    },
    'serve',
  )
  const runnerOptions = { hmr: false, evaluator: new NamedEvaluator() } as const
  const environment = createRunnableDevEnvironment('play', config, { hot: false, runnerOptions })
  await environment.init()
  return environment.runner
}

/** The program as a module; what it imports as the exercise is the answer. */
function programModule({ id, code, imports, exercise, test }: Program): Plugin {
  return {
    name: 'async-kata:play',
    enforce: 'pre',

    resolveId(source, importer) {
      if (source === id) return id
      if (importer !== id || source !== imports) return undefined
      return this.resolve(`#exercises/${exercise.path}/${exercise.slug}.ts`, test)
    },

    load: (source) => (source === id ? { code, map: null } : undefined),
  }
}

/** Names what it evaluates by its URL, as Node does: the watchdog looks for nothing else. */
class NamedEvaluator extends ESModulesEvaluator {
  override runInlinedModule(
    ...[context, code]: Parameters<ESModulesEvaluator['runInlinedModule']>
  ): Promise<unknown> {
    const named = code.replace(/^\/\/# sourceURL=(?!file:)(.*)$/m, (_line, path: string) => {
      const [file = '', query] = path.replaceAll('%20', ' ').split('?')
      return `//# sourceURL=${pathToFileURL(file).href}${query === undefined ? '' : `?${query}`}`
    })
    return super.runInlinedModule(context, named)
  }
}
