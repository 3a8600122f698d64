import { fileURLToPath } from 'node:url'

/** For tests: the absolute path of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url))
