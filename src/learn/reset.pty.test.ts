import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

import { useClone } from '../testing/learners-clone.ts'

describe.each([
  ['with git', true],
  ['without git', false],
])('%s', (_how, git) => {
  const clone = useClone({ git })

  test('r asks first, keeps the file, says where, and the stub is back', async () => {
    const stub = clone.read(clone.stubOf('hello-world'))
    const mine =
      'export const main = async () => console.log("mine 🍟")\r\n// no line break at the end'
    const terminal = clone.start()
    await terminal.waitFor('1 is green')
    clone.save('hello-world', mine)
    await terminal.waitFor('mine 🍟')

    terminal.type('r')
    await terminal.waitFor('Put the file back as it was handed out?')
    terminal.type('n')
    await terminal.waitFor('mine 🍟')
    expect(existsSync(clone.path('kept'))).toBe(false)

    terminal.type('ry')
    await terminal.waitFor('is as it was handed out. Yours is kept in kept/hello-world-')
    await terminal.waitFor('Likely cause')
    const [kept = 'nothing', ...others] = readdirSync(clone.path('kept'))
    expect(others).toEqual([])
    expect(terminal.screen().join('').replaceAll(' ', '')).toContain(`kept/${kept}`)
    expect(clone.read(`kept/${kept}`)).toBe(mine)
    expect(clone.read(clone.stubOf('hello-world'))).toBe(stub)

    terminal.type('ry')
    await terminal.waitFor('hello-world.ts is as it was handed out.')
    expect(readdirSync(clone.path('kept'))).toEqual([kept])
  })
})
