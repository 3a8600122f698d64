import { join } from 'node:path'
import type { TestUserConfig } from 'vitest/config'

import type { Policy } from '../harness/not-started.ts'

/**
 * What every Vitest needs that runs the tests of exercises: the harness loaded first, one process
 * for many files, and no frame of the harness in a failure.
 */
export function harnessOptions(root: string, policy: Policy): TestUserConfig {
  return {
    setupFiles: [join(root, 'harness', 'setup.ts')],
    pool: 'forks',
    isolate: false,
    // The watchdog ends loops in the middle of a callback, which Node's bookkeeping resents.
    execArgv: ['--no-force-async-hooks-checks'],
    provide: { root, policy, named: [], pictures: false },
    onStackTrace: (_error, frame) => !/[/\\]harness[/\\]/.test(frame.file),
  }
}
