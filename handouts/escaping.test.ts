import { afterEach, beforeEach, expect, test } from 'vitest'

import type { TinyCourse } from '../src/testing/tiny-course.ts'
import { assembled, LESSON, output, SOLUTION, tinyHandouts } from './handouts.fixture.ts'
import { textOfHtml } from './laws/solutions.ts'
import { literal, textsIn } from './typst/literal.ts'

let course: TinyCourse

beforeEach(() => {
  course = tinyHandouts()
})

afterEach(() => course.dispose())

const SIGNS =
  '& < > " # $ \\ @ * _ ` ~ [x] {y} // /* */ = - + #panic() <label> $x$ \\u{41} </script>'

/** The signs, each of them taken literally by Markdown. */
const IN_TEXT = SIGNS.replace(/[!-/:-@[-`{-~]/g, '\\$&')

const HOSTILE = `${IN_TEXT}

- In a list: ${IN_TEXT}

| A table: ${IN_TEXT.replaceAll('|', '\\|')} |
| - |
| \`<script>alert(1)</script>\` and *${IN_TEXT}* |

> In a quotation: **${IN_TEXT}**

\`\`\`ts
const a = \`<b>&amp;</b> \\u{41}\` // "]) #panic("x") ${'`'.repeat(2)}
\`\`\``

test('text comes out literally, whatever it would mean to HTML or Typst', async () => {
  course.change(LESSON, 'The story.', HOSTILE)

  const made = await assembled(course)

  expect(made.violations).toEqual([])
  const html = Buffer.from(output(made, 'participant.html'), 'latin1').toString('utf8')
  const text = textOfHtml(html)
  expect(text.split(SIGNS)).toHaveLength(6)
  expect(text).toContain('<script>alert(1)</script>')
  expect(text).toContain('"]) #panic("x") ``')
  expect(html.match(/<script/g)).toHaveLength(1)
})

test('a solution and a hint are taken literally, too', async () => {
  course.change(SOLUTION, 'await', `await (${JSON.stringify('</pre><script>')}, 0); await`)
  course.change(LESSON, 'Think 1.', '`<img src=x>` and `"]#panic()["`')

  const made = await assembled(course)

  expect(made.violations).toEqual([])
  expect(output(made, 'trainer.html')).not.toContain('</pre><script>')
  expect(output(made, 'trainer.html')).not.toContain('<img src=x>')
})

test.each([
  '',
  'a "b" \\ c',
  '\\n is no line\nbut this is',
  'tab\t, bell \u0007, \u{1F35C}',
  '\\u{41}',
])('a Typst literal of %j reads back as it was', (text) => {
  expect(textsIn(`#text(${literal(text)})`)).toEqual([text])
})

test('a literal cannot be left from within', () => {
  const hostile = '"); #panic("'

  expect(literal(hostile)).toBe('"\\"); #panic(\\""')
})
