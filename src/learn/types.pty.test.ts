import { expect, test } from 'vitest'

import { useClone } from '../testing/learners-clone.ts'

const clone = useClone({ chapters: ['01-the-post'], goesOn: true })

const withDelay = (delay: string) => clone.solutionOf('hello-world').replace('1_000', delay)

test('what TypeScript objects to is said below the verdict, which it does not change', async () => {
  clone.save('hello-world', withDelay("'1000'"))
  const terminal = clone.start({ args: ['hello-world'] })
  await terminal.waitFor(/1\.1 .* is solved/)

  const screen = await terminal.waitFor("TypeScript objects to line 5: Argument of type 'string'")
  expect(screen.join('\n')).toMatch(/1\.1 .* is solved/)

  clone.save('hello-world', withDelay('1000'))
  await terminal.waitFor((rows) => !rows.join('\n').includes('TypeScript'))
  clone.save('hello-world', `${withDelay('2_000')}\nconst later: number = 'soon'\n`)
  await terminal.waitFor('✗')
  await terminal.waitFor(/TypeScript objects to line \d+: Type 'string'/)

  terminal.type('q')
  expect(await terminal.exited).toBe(0)
  expect(await clone.stragglers()).toEqual([])
})

test('npm run types says it all, and its exit code is the answer', async () => {
  clone.save('hello-world', withDelay("'1000'"))
  const command = [process.execPath, 'bin/kata.cjs', 'types']
  const wrong = clone.start({ command })
  await wrong.waitFor('hello-world.ts:5  Argument of type')
  expect(await wrong.exited).toBe(1)

  clone.solve('hello-world')
  expect(await clone.start({ command }).exited).toBe(0)
})
