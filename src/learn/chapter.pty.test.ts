import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'

import { useClone } from '../testing/learners-clone.ts'

const clone = useClone({ chapters: ['01-the-post'], goesOn: true })

test('through a chapter: each exercise is red, is solved, and n opens the next, up to the last page', async () => {
  const { course } = clone
  const terminal = clone.start()
  for (const [index, { number, slug, test: file }] of course.entries()) {
    await terminal.waitFor((screen) => isOpen(screen, number) && screen.join().includes('✗'))

    clone.solve(slug)
    const screen = await terminal.waitFor(new RegExp(`✓ ${number} .* is solved`))

    expect(screen[0]).toContain(`${index + 1} of ${course.length} solved`)
    const onTheWallClock = screen.filter((line) => line.includes('on the wall clock'))
    expect(onTheWallClock).toHaveLength(clone.read(file).includes('onTheWallClock(') ? 1 : 0)
    for (const line of onTheWallClock) expect(line).toContain('✓')
    terminal.type('n')
  }
  await terminal.waitFor(`All ${course.length} exercises are solved.`)
  terminal.type('q')
  await terminal.waitFor('is solved.')
  terminal.type('q')

  expect(await terminal.exited).toBe(0)
  expect(terminal.screen()[0]).toBe('7 of 7 solved. Well done!')
})

test('whoever comes back when all is solved is shown the last page again', async () => {
  const terminal = clone.start()

  await terminal.waitFor('All 7 exercises are solved.')
  // The verdict on the exercise that is open must not take it away, and it has come by then.
  await wait(1_500)
  expect(terminal.screen().join('\n')).toContain('All 7 exercises are solved.')
})

const isOpen = (screen: readonly string[], number: string): boolean =>
  screen[1]?.startsWith(` ${number} `) ?? false
