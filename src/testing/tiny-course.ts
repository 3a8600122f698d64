import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { readCourseFiles, type CourseFiles } from '../author/laws/law.ts'
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
  write('exercises/01-first/README.md', '# Chapter 1: First\n\nWhat it is about.\n')
  writeExercise(write, '01-first', 1, 'hello')
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

/** Writes the smallest legal exercise. */
export function writeExercise(
  write: TinyCourse['write'],
  chapter: string,
  number: number,
  slug: string,
): void {
  const path = `${chapter}/0${number}-${slug}`
  const spoken = `${Number(chapter.slice(0, 2))}.${number}`
  write(`exercises/${path}/README.md`, LESSON(spoken))
  write(`exercises/${path}/${slug}.ts`, STUB)
  write(`solutions/${path}/README.md`, NOTES(`${spoken} ${slug}`))
  write(`solutions/${path}/${slug}.ts`, SOLUTION)
  write(`test/${path}/${slug}.test.ts`, TEST)
  for (const name of 'early late never twice falsy copied shared impatient'.split(' '))
    write(`test/${path}/mistakes/${name}.ts`, MISTAKE(name))
  write(`test/${path}/accepted/then-chain.ts`, SOLUTION)
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
