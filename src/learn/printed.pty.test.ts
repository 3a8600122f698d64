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

const program = (...body: string[]) =>
  [
    'export async function main(print: (line: string) => void): Promise<void> {',
    ...body.map((line) => `  ${line}`),
    '}',
    '',
  ].join('\n')

const second = 'await new Promise((resolve) => setTimeout(resolve, 1_000))'

test('what was printed is shown with its second of the story', async () => {
  clone.save('hello-world', program(`console.log('early')`, second, second, `console.log('late')`))

  const screen = await terminal.waitFor(/printed/)
  expect(screen.join('\n')).toMatch(/early.*\b0\b|\b0\b.*early/)
  expect(screen.join('\n')).toMatch(/late.*\b2\b|\b2\b.*late/)
})

test('when it is long it is folded, and v shows all of it', async () => {
  clone.save(
    'hello-world',
    program('for (let count = 1; count <= 40; count += 1) console.log(`line ${count}!`)'),
  )

  const folded = await terminal.waitFor(/… and \d+ more lines: press v/)
  expect(folded.join('\n')).toContain('line 5!')
  expect(folded.join('\n')).not.toContain('line 6!')
  terminal.type('v')
  await terminal.waitFor('line 12!')
  terminal.press('end')
  const shown = await terminal.waitFor((screen) => !screen.join().includes('more lines'))
  expect(shown.join('\n')).toContain('line 40!')
  terminal.press('escape')
  await terminal.waitFor('press v')
})

test('escape sequences in it do not reach the terminal', async () => {
  const from = terminal.raw.length
  clone.save(
    'hello-world',
    program(
      String.raw`console.log('\x1b[2J\x1b[31mred\x1b[0m \x1b]0;title\x07 \x1b[?1049l \x07bell \x9b5mnow')`,
      String.raw`console.log('over\rwritten\b\tand so on')`,
    ),
  )

  const screen = await terminal.waitFor('and so on')
  expect(screen.join('\n')).toMatch(/red +bell +now/)
  const written = terminal.raw.slice(from)
  for (const evil of ['title', '\x07', '\x9b', '\x1b[31mred', '\x1b[?1049l', '\b']) {
    expect(written).not.toContain(evil)
  }
  expect(terminal.isAlternate).toBe(true)
})

test('a line that is too long is cut in its middle, and v shows all of it', async () => {
  const ofX = (screen: string[]) => screen.filter((line) => /^ +x+/.test(line)).length
  clone.save('hello-world', program(`console.log('x'.repeat(200) + ' end')`))

  expect(ofX(await terminal.waitFor(/x+…x+ end {2}@0/))).toBe(1)
  terminal.type('v')
  await terminal.waitFor((screen) => ofX(screen) >= 3 && screen.join().includes('x end'))
})
