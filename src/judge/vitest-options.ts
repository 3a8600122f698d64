import { join } from 'node:path'
import { normalizePath } from 'vite'
import { configDefaults, type TestUserConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Vitest would run what failed last time first; a course is run in the order of its folders. */
class CourseOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve([...files].sort((a, b) => (a.moduleId < b.moduleId ? -1 : 1)))
  }
}

/**
 * What every Vitest needs that runs the tests of exercises: the harness loaded first, one process
 * for many files, and in a failure no frame of what surrounds a run.
 */
export function harnessOptions(root: string): TestUserConfig {
  const surroundings = ROUND_A_RUN.map((folder) => normalizePath(join(root, 'src', folder, '/')))
  return {
    setupFiles: [join(root, 'src', 'harness', 'setup.ts')],
    // What an editor or a Mac puts beside a test is none.
    exclude: [...configDefaults.exclude, '**/.*.ts'],
    pool: 'forks',
    isolate: false,
    execArgv: [
      // The watchdog ends loops in the middle of a callback, which Node's bookkeeping resents.
      '--no-force-async-hooks-checks',
      // The harness has a sentence of its own for a rejection that is handled too late.
      '--disable-warning=PromiseRejectionHandledWarning',
    ],
    // The story needs its order: a learner reads the output from top to bottom.
    sequence: { sequencer: CourseOrder },
    // A sentence that is cut in the middle helps nobody.
    chaiConfig: { truncateThreshold: 400 },
    provide: {
      root,
      notStarted: [],
      holdsTodo: [],
      pictures: false,
      spans: false,
      announces: false,
      waitsForDebugger: true,
    },
    onStackTrace: (_error, { file }) => !surroundings.some((folder) => file.startsWith(folder)),
  }
}

/** Folders of `src/` whose code stands on the stack of a test or of a submission. */
const ROUND_A_RUN = ['clock', 'harness', 'run', 'timeline']
