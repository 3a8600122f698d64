// Runs one of the course's programs, which are TypeScript: Vite, which Vitest needs anyway, loads
// them on every Node that the course supports.
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const [program, ...args] = process.argv.slice(2)
const root = fileURLToPath(new URL('..', import.meta.url))
const { module } = await runnerImport(
  fileURLToPath(new URL(`../course/${program}.ts`, import.meta.url)),
  {
    root,
    configFile: false,
    logLevel: 'error',
  },
)
process.exitCode = await module.main(root, args)
