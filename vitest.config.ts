import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import {
  defineConfig,
  type TestProjectInlineConfiguration,
  type ViteUserConfig,
} from 'vitest/config'

import { readCourse } from './src/course/catalog.ts'
import { CourseReporter } from './src/judge/course-reporter.ts'
import { learnerRun } from './src/judge/learner-run.ts'
import { touched } from './src/course/stubs.ts'
import { submissions, type Target } from './src/judge/submissions.ts'
import { harnessOptions } from './src/judge/vitest-options.ts'

const root = fileURLToPath(new URL('.', import.meta.url))

const placeRefused = createRequire(import.meta.url)('./bin/place.cjs') as (
  root: string,
) => string | undefined
const refusal = placeRefused(root)
if (refusal !== undefined) {
  console.error(refusal)
  process.exit(2)
}

/** `npx vitest`, the UI, an editor: the exercises, as a learner wants to see them. */
const learner = (): ViteUserConfig => ({
  // Also for whoever is in a folder further down.
  root,
  plugins: [submissions({ root, target: 'exercises' }), learnerRun(root)],
  test: {
    ...harnessOptions(root),
    include: ['test/**/*.test.ts'],
    // One after another: the output keeps the course's order, and nobody disturbs the wall clock.
    fileParallelism: false,
  },
})

/** `--mode solutions`: the same tests against the reference solutions. */
const solutions = (): ViteUserConfig => project('solutions', 'solutions', ['test/**/*.test.ts'])

/** `--mode course` (`npm test`): what proves the course, and every exercise that was begun here. */
function course(): ViteUserConfig {
  const yours = touched(root, readCourse(root)).map((exercise) => exercise.test)
  const units = ['src/**/*.test.ts', ...[...CLOCKS, ...LONG].map((files) => `!${files}`)]
  return {
    test: {
      reporters: ['default', new CourseReporter(root)],
      projects: [
        sideBySide(project('solutions', 'solutions', ['test/**/*.test.ts'], 0), 2),
        // A process for each: one answer can change no verdict but its own.
        ...(yours.length > 0 ? [isolated(project('yours', 'exercises', yours, 1))] : []),
        sideBySide(project('clocks', 'solutions', CLOCKS, 2), 2),
        // They wait more than they work.
        sideBySide(project('units', 'solutions', units, 3), 4),
      ],
    },
  }
}

/** Tests of real time, and those that are cut off when it is over: no more than there are cores. */
const CLOCKS = [
  'src/clock/builtins.test.ts',
  ...['real-run', 'test', 'wall-clock', 'watchdog'].map((name) => `src/harness/${name}.test.ts`),
]

/** Tests in which work or idleness is measured: nothing else may run. */
const WORK = ['src/harness/real-test.long.test.ts', 'src/learn/doubt.pty.test.ts']

/** Random keys and saves; how long a key takes is measured. */
const FUZZ = 'src/learn/fuzz.long.test.ts'

/** Tests that start whole programs, in a pseudo-terminal most often: minutes, not seconds. */
const LONG = ['src/**/*.long.test.ts', 'src/**/*.pty.test.ts']

/** `--mode long` (a step of `npm run check`): programs that are waited for, four at a time. */
const long = (): ViteUserConfig => ({
  test: {
    projects: [
      sideBySide(project('work', 'solutions', WORK), 1),
      sideBySide(
        project('long', 'solutions', [...LONG, ...[...WORK, FUZZ].map((file) => `!${file}`)], 1),
        4,
      ),
      fuzz(1, 1),
    ],
  },
})

/**
 * `--mode fuzz`: the loop is teased for ten minutes, each time otherwise; `--mode long` does so for one,
 * and always in the same way.
 */
const fuzz = (minutes: number, seed: number): TestProjectInlineConfiguration => {
  const { test, ...rest } = sideBySide(project('fuzz', 'solutions', [FUZZ], 2), 1)
  return { ...rest, test: { ...test, provide: { ...test?.provide, fuzz: { minutes, seed } } } }
}

/** Projects of different `order` do not run at the same time: the wall clock likes it quiet. */
function project(
  name: string,
  target: Target,
  include: string[],
  order = 0,
): TestProjectInlineConfiguration {
  const options = harnessOptions(root)
  return {
    root,
    plugins: [submissions({ root, target })],
    test: {
      ...options,
      name,
      include,
      // None of our tests fails because a machine is slow.
      testTimeout: 60_000,
      hookTimeout: 60_000,
      sequence: { ...options.sequence, groupOrder: order },
    },
  }
}

const sideBySide = (
  config: TestProjectInlineConfiguration,
  maxWorkers: number,
): TestProjectInlineConfiguration => ({ ...config, test: { ...config.test, maxWorkers } })

const isolated = (config: TestProjectInlineConfiguration): TestProjectInlineConfiguration => ({
  ...config,
  test: { ...config.test, isolate: true },
})

export default defineConfig(({ mode }): ViteUserConfig => {
  if (mode === 'course') return course()
  if (mode === 'long') return long()
  if (mode === 'fuzz') return { test: { projects: [fuzz(10, Date.now() % 1_000_000)] } }
  return mode === 'solutions' ? solutions() : learner()
})
