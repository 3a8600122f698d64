import { runSteps } from '../author/steps.ts'

/** `npm run check`: everything that CI runs. The exit code is 1 when a step failed. */
export const main = (root: string): Promise<number> => Promise.resolve(runSteps(root))
