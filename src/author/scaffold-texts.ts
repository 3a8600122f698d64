import { LESSON_SECTIONS } from './laws/lessons.ts'
import { NOTES_SECTIONS } from './laws/notes.ts'

// The pages hold headings and nothing else: a sentence of ours might be forgotten there, and the
// laws say what is missing.

/** The opening page of a new chapter, given its folder. */
export function chapterPage(chapter: string): string {
  const [, number = '', slug = ''] = /^(\d+)-(.*)$/.exec(chapter) ?? []
  return `# Chapter ${Number(number)}: ${titleOf(slug)}\n`
}

/** The lesson. */
export const lessonPage = (number: string, slug: string): string =>
  page(`${number} ${titleOf(slug)}`, LESSON_SECTIONS, {
    'Predict first': [details('Answer')],
    Hints: [1, 2, 3].map((hint) => details(`Hint ${hint}`)),
  })

/** The trainer's notes. */
export const notesPage = (number: string, slug: string): string =>
  page(`Trainer's notes: ${number} ${slug}`, NOTES_SECTIONS)

function page(
  title: string,
  sections: readonly string[],
  below: Record<string, string[]> = {},
): string {
  const parts = sections.flatMap((section) => [`## ${section}`, ...(below[section] ?? [])])
  return `${[`# ${title}`, ...parts].join('\n\n')}\n`
}

const details = (summary: string): string =>
  `<details>\n<summary>${summary}</summary>\n\n</details>`

/** `rate-limit` as a title: `Rate limit`. */
const titleOf = (slug: string): string =>
  slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ')

/** A stub that does too little, as a stub should. */
export const stub = `/** Say in one sentence what this does. */
export function main(): Promise<void> {
  // TODO: say what to do. Delete this comment when you begin.
  return Promise.resolve()
}
`

/** A solution that is none yet. */
export const solution = `/** Say in one sentence what this does. */
export function main(): Promise<void> {
  return Promise.reject(new Error('The solution is not written yet.'))
}
`

/** A test that no answer passes. */
export const testFile = (
  path: string,
  slug: string,
): string => `import { expect, test } from '#harness'
import { main } from '#exercises/${path}/${slug}.ts'

test('write the story first', async ({ timeline }) => {
  await timeline.call('main', () => main())

  expect(timeline).toLookLike(\`
    main   ===>
    story  ...|
  \`)
})
`
