import { basename } from 'node:path'
import { expect, test } from 'vitest'

import { mistype, TYPOS } from '../author/typos.ts'
import { useClone } from '../testing/learners-clone.ts'

const clone = useClone({ goesOn: true })

test.each([
  ['shield', 'signal.addEventListner is not a function'],
  ['abortable-sleep', 'clearTimout is not defined'],
  ['settle-all', 'jobb is not defined'],
  ['exit-stack', 'clsoe is not defined'],
])(
  '%s: a typo is told with its line, above the pictures and without scrolling',
  async (slug, words) => {
    const typo = TYPOS.find(
      ({ exercise, says }) => exercise === slug && words.includes(wordIn(says)),
    )
    if (!typo) throw new Error(`${slug} has no such typo`)
    const { text, line } = mistype(clone.solutionOf(slug), typo)
    clone.save(slug, text)

    const terminal = clone.start({ args: [slug] })
    const at = `${basename(clone.stubOf(slug))}:${line}`
    const screen = await terminal.waitFor(`${words}, at ${at}.`)

    const [error, picture] = ['Your code threw', 'expected'].map((wanted) =>
      screen.findIndex((row) => row.includes(wanted)),
    )
    expect(error).toBeGreaterThan(0)
    if (picture !== -1) expect(picture).toBeGreaterThan(error ?? Infinity)
    expect(screen.join('\n')).not.toMatch(/Likely cause|happens to those who believe/)
  },
)

/** `clearTimout` of `ReferenceError: clearTimout`. */
const wordIn = (says: string): string => says.split(': ').at(-1) ?? ''
