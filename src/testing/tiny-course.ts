import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { readCourseFiles, type CourseFiles } from '../author/laws/law.ts'
import { textOf } from '../course/text-of.ts'
import { putFile } from './put-file.ts'

/** A tiny course in a temporary folder, for tests that break its laws. */
export interface TinyCourse {
  root: string
  /** Writes a file, whose path is relative to the root. */
  write: (file: string, text: string) => void
  /** Replaces a text that is there for certain. */
  change: (file: string, before: string, after: string) => void
  remove: (path: string) => void
  /** The course as the laws see it now. */
  read: () => CourseFiles
  dispose: () => void
}

/** Makes a course of one chapter, 01-first, with one exercise, 01-hello, that breaks no law. */
export function tinyCourse(): TinyCourse {
  const root = mkdtempSync(join(tmpdir(), 'async-kata-laws-'))
  const write: TinyCourse['write'] = (file, text) => putFile(root, file, text)
  for (const [file, text] of Object.entries(ABOUT)) write(file, text)
  writeExercise({ root, write }, '01-first', 1, 'hello')
  return {
    root,
    write,
    change: (file, before, after) => {
      const text = readFileSync(join(root, file), 'utf8')
      if (!text.includes(before)) throw new Error(`${file} does not contain "${before}".`)
      write(file, text.replace(before, after))
    },
    remove: (path) => rmSync(join(root, path), { recursive: true }),
    read: () => readCourseFiles(root),
    dispose: () => rmSync(root, { recursive: true }),
  }
}

/** Writes the smallest legal exercise, and a line for it where it has to be listed. */
export function writeExercise(
  { root, write }: Pick<TinyCourse, 'root' | 'write'>,
  chapter: string,
  number: number,
  slug: string,
): void {
  const folder = `0${number}-${slug}`
  const path = `${chapter}/${folder}`
  const spoken = `${Number(chapter.slice(0, 2))}.${number}`
  write(`exercises/${path}/README.md`, LESSON(spoken))
  write(`exercises/${path}/${slug}.ts`, STUB)
  write(`solutions/${path}/README.md`, NOTES(`${spoken} ${slug}`))
  write(`solutions/${path}/${slug}.ts`, SOLUTION)
  write(`test/${path}/${slug}.test.ts`, TEST)
  for (const name of 'early late never twice falsy copied shared impatient'.split(' '))
    write(`test/${path}/mistakes/${name}.ts`, MISTAKE(name))
  write(`test/${path}/accepted/then-chain.ts`, SOLUTION)
  const add = (file: string, line: string) => write(file, `${textOf(root, file)}${line}\n`)
  const page = `exercises/${chapter}/README.md`
  write(page, textOf(root, page).replace(/^Minutes: .*$/m, `Minutes: ${15 * number}`))
  add(page, `- [${spoken} ${slug}](${folder}/README.md): one more.`)
  add('src/author/typos.ts', `${slug} | - | method`)
}

/** What is there once, and not for each exercise. */
const ABOUT = {
  'exercises/01-first/README.md': '# Chapter 1: First\n\nMinutes: 0\n\nWhat it is about.\n\n',
  'handouts/pages/plan.md':
    '# The plan\n\n| Minutes | What | Exercise |\n| - | - | - |\n| 15 | Go | `hello` |\n',
  'handouts/pages/typescript.md': '# The TypeScript you need\n\nShort.\n',
  'handouts/pages/cheat-sheet.md': '# The cheat sheet\n\nShort.\n',
  'handouts/pages/misconceptions.md':
    '# The poster\n\n| You think | Exercises |\n| - | - |\n| "A" | `hello`, `later` |\n| "B" | `later` |\n',
  'src/author/typos.ts': 'const TABLE = `\n',
}

const LESSON = (number: string) => `# ${number} A title

The story.

## In Python and in TypeScript

\`\`\`python
print("done")
\`\`\`

\`\`\`ts
console.log('done')
\`\`\`

\`\`\`text
done @0
\`\`\`

## Predict first

When?

<details>
<summary>Answer</summary>

At once.

</details>

## Your job

- \`main()\` waits.

## The timeline

\`\`\`timeline
main  ==>
\`\`\`

## Hints

${[1, 2, 3].map((hint) => `<details>\n<summary>Hint ${hint}</summary>\n\nThink ${hint}.\n\n</details>`).join('\n\n')}
`

const NOTES = (exercise: string) => `# Trainer's notes: ${exercise}

Minutes: 15

## Why this exercise

Because.

## Ask the room

- Why?

## Other ways

Many.

## Beliefs you will meet

- "It waits."
`

const STUB = `export async function main(): Promise<void> {
  // TODO: wait three seconds.
}
`
const SOLUTION = `export async function main(): Promise<void> {
  await new Promise((done) => setTimeout(done, 3_000))
}
`
const TEST = `test('waits', () => {
  expect(timeline).toLookLike(\`
    main  ==>
  \`)
})
`
const MISTAKE = (name: string) => `/**
 * @belief It is ${name}.
 * @says main came ${name}
 */
export async function main(): Promise<void> {}
`
