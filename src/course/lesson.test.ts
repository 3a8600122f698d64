import { expect, test } from 'vitest'

import { parseLesson } from './lesson.ts'

const LESSON = `# 9.1 A title

The story goes on
for two lines.

## In Python and in TypeScript

\`\`\`python
print(1)
\`\`\`

\`\`\`text
1 @0
\`\`\`

## Hints

<details>
<summary>Hint 1</summary>

Think of \`x\`.

- twice

</details>

<details>
<summary>Hint 2</summary>

More.

</details>
`

test('reads title, story and sections', () => {
  expect(parseLesson(LESSON)).toMatchObject({
    title: '9.1 A title',
    story: 'The story goes on\nfor two lines.\n',
    sections: [{ title: 'In Python and in TypeScript' }, { title: 'Hints' }],
  })
})

test('reads fences, with their line and section', () => {
  expect(parseLesson(LESSON).fences).toEqual([
    { lang: 'python', text: 'print(1)', line: 8, section: 'In Python and in TypeScript' },
    { lang: 'text', text: '1 @0', line: 12, section: 'In Python and in TypeScript' },
  ])
})

test('reads what is folded', () => {
  expect(parseLesson(LESSON).folded).toEqual([
    { summary: 'Hint 1', text: 'Think of `x`.\n\n- twice\n\n', line: 18, section: 'Hints' },
    { summary: 'Hint 2', text: 'More.\n\n', line: 27, section: 'Hints' },
  ])
})
