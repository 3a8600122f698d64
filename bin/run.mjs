// Runs one of the course's programs, which are TypeScript: Vite, which Vitest needs anyway, loads
// them on every Node that the course supports. As Vite's own `runnerImport` does it, except that a
// program may go on importing while it runs.
import { fileURLToPath } from 'node:url'
import { createRunnableDevEnvironment, resolveConfig } from 'vite'

const [program, ...args] = process.argv.slice(2)
// A program that another one has started with a channel does not outlive it.
if (process.channel) process.once('disconnect', () => process.exit()).channel.unref()
const root = fileURLToPath(new URL('..', import.meta.url))
const config = await resolveConfig(
  {
    root,
    configFile: false,
    envDir: false,
    logLevel: 'error',
    environments: {
      course: {
        consumer: 'server',
        dev: { moduleRunnerTransform: true },
        resolve: { external: true, mainFields: [], conditions: ['node'] },
      },
    },
  },
  'serve',
)
const environment = createRunnableDevEnvironment('course', config, {
  runnerOptions: { hmr: { logger: false } },
  hot: false,
})
await environment.init()
const { main } = await environment.runner.import(
  fileURLToPath(new URL(`../src/${program}.ts`, import.meta.url)),
)
process.exitCode = await main(root, args)
await environment.close()
