/**
 * What all files share that run in one process, and what one of them may change without replacing
 * anything: the environment, the working directory, variables on the global object. In a process of
 * its own none of it matters; where plain Vitest and its UI share one, it is put back before the next
 * file.
 */
interface Surroundings {
  env: Record<string, string | undefined>
  cwd: string
  globals: ReadonlySet<PropertyKey>
}

const KEPT = Symbol.for('async-kata.surroundings')
type Shelf = typeof globalThis & { [KEPT]: Surroundings | undefined }

/** Remembers how it looks before the first submission; later calls put back what has changed since. */
export function tidySurroundings(): void {
  const shelf = globalThis as Shelf
  const kept = shelf[KEPT]
  if (kept) putBack(kept)
  else shelf[KEPT] = { env: { ...process.env }, cwd: process.cwd(), globals: new Set(globals()) }
}

function putBack({ env, cwd, globals: kept }: Surroundings): void {
  for (const name of Object.keys({ ...process.env, ...env }).filter(isTheirs)) {
    const value = env[name]
    if (value === undefined) Reflect.deleteProperty(process.env, name)
    else if (process.env[name] !== value) process.env[name] = value
  }
  if (process.cwd() !== cwd) process.chdir(cwd)
  for (const name of globals()) if (!kept.has(name)) Reflect.deleteProperty(globalThis, name)
}

/** Vitest counts its workers and files in the environment. */
const isTheirs = (name: string): boolean => !name.startsWith('VITEST')

const globals = (): string[] =>
  Object.getOwnPropertyNames(globalThis).filter((name) => !name.startsWith('__vite'))
