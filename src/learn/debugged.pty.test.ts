import { test } from 'vitest'

import { useClone } from '../testing/learners-clone.ts'

const clone = useClone({ chapters: ['01-the-post'] })

test('with a debugger attached the loop says that nothing is stopped, and hears the next save', async () => {
  const terminal = clone.start({ env: { NODE_OPTIONS: '--inspect=0' } })
  await terminal.waitFor('1 is green')

  clone.save('hello-world', clone.read('test/hostile/endless-loop.ts'))
  await terminal.waitFor('A debugger is attached, so nothing is stopped')
  clone.solve('hello-world')

  await terminal.waitFor(/1\.1 .* is solved/)
})
