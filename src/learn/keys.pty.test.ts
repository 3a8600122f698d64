import { beforeAll, expect, test } from 'vitest'

import { useClone } from '../testing/learners-clone.ts'
import { whyNoTerminal, type PseudoTerminal } from '../testing/pty.ts'

const clone = useClone({ goesOn: true })
let terminal: PseudoTerminal

beforeAll(async () => {
  if (whyNoTerminal !== undefined) return
  terminal = clone.start()
  await terminal.waitFor('1 is green')
})

/** What one looks at when no other page is open. */
const back = () => terminal.waitFor((screen) => screen.at(-1)?.includes('q quit') ?? false)

test('? says what every key does and how a picture is read, and Esc leads back', async () => {
  terminal.type('?')
  const screen = await terminal.waitFor('never ended')
  terminal.press('escape')

  for (const key of 'nhsplrovq') expect(screen.join('\n')).toMatch(new RegExp(`^ {3}${key} `, 'm'))
  await back()
})

test('h shows one hint after another, and what was seen stays', async () => {
  terminal.type('h')
  expect((await terminal.waitFor('Hint 1 of 3')).join()).not.toContain('Hint 2')
  terminal.type('h')
  expect((await terminal.waitFor('Hint 2 of 3')).join()).not.toContain('Hint 3')
  terminal.type('hh')
  const screen = await terminal.waitFor('That was the last one.')
  expect(screen.at(-1)).not.toContain('next hint')
  expect(screen.join('')).toContain(`solutions/01-the-post/01-hello-world/hello-world.ts`)
  terminal.press('escape')
  await back()

  terminal.type('h')

  await terminal.waitFor(/Hint 1[^]*Hint 2[^]*Hint 3/)
  terminal.press('escape')
  await back()
})

test('s is refused as long as the exercise is not solved', async () => {
  terminal.type('s')

  const screen = await terminal.waitFor('The reference solution opens here when yours is right.')
  expect(screen.join('\n')).toContain('✗ says Hello')
})

test('v says so when nothing was printed', async () => {
  terminal.type('v')

  await terminal.waitFor('Your code has printed nothing.')
  terminal.press('escape')
  await back()
})

test('n asks before it skips: n stays', async () => {
  terminal.type('n')
  await terminal.waitFor('1.1 Hello world is not solved yet. Skip it for now?')
  terminal.type('n')

  expect((await back())[1]).toContain('1.1 Hello world')
})

test('n asks before it skips: y goes on', async () => {
  terminal.type('n')
  await terminal.waitFor('Skip it for now?')
  terminal.type('y')

  expect((await terminal.waitFor('1.2 Accept request')).join()).not.toContain('Skip')
  await terminal.waitFor('✗')
})

test('the list is searched, and Esc first takes the search away', async () => {
  terminal.type('l')
  expect((await terminal.waitFor('type to search')).join('\n')).toMatch(/› . 1\.2 Accept/)
  terminal.type('task')
  await terminal.waitFor((screen) => screen.join().includes('› · 3.4 Background tasks'))
  terminal.type('zz')
  await terminal.waitFor('Nothing is called that.')
  terminal.press('escape')

  await terminal.waitFor('type to search')
  terminal.press('escape')
  await back()
})

test('the list is walked through with the arrows, and Enter opens what is chosen', async () => {
  terminal.type('l')
  await terminal.waitFor(/› . 1\.2 Accept/)
  terminal.press('down')
  terminal.press('down')
  await terminal.waitFor('› · 1.4 Two servers')
  terminal.press('end')
  await terminal.waitFor(`› · ${clone.course.at(-1)?.number ?? ''} `)
  terminal.press('home')
  await terminal.waitFor('› · 1.1 Hello world')
  terminal.press('enter')

  await back()
  await terminal.waitFor((screen) => screen[1]?.includes('1.1 Hello world') ?? false)
})

test('s shows the reference beside an answer that is right, and what differs', async () => {
  clone.save('hello-world', clone.read('test/01-the-post/01-hello-world/accepted/then-chain.ts'))
  await terminal.waitFor('1.1 Hello world is solved.')
  terminal.type('s')
  const narrow = await terminal.waitFor('- yours   + reference')
  terminal.resize(120, 40)
  const wide = await terminal.waitFor(/yours +│ reference/)

  expect(narrow.join('\n')).toMatch(/^ [-] .*then[^]*^ [+] .*await new Promise/m)
  expect(wide.join('\n')).toMatch(/^ .*then.* │/m)
  terminal.press('escape')
  await back()
})

test('n opens the next exercise at once where this one is solved', async () => {
  terminal.type('n')

  await terminal.waitFor((screen) => screen[1]?.includes('1.2 Accept request') ?? false)
})

test('other keys do nothing', async () => {
  await terminal.waitFor('✗')
  const before = terminal.screen()
  terminal.type('xyz\x1b[24~\tü🍟')
  terminal.type('?')
  await terminal.waitFor('never ended')
  terminal.press('escape')

  expect(await back()).toEqual(before)
})
