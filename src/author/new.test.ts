import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as prettier from 'prettier'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { violationsIn } from './laws/index.ts'
import { tinyCourse, type TinyCourse } from '../testing/tiny-course.ts'
import { main } from './new.ts'
import { root } from '../testing/root.ts'

let course: TinyCourse
let said: string

beforeEach(() => {
  course = tinyCourse()
  said = ''
  const listen = (line: string) => (said += `${line}\n`)
  vi.spyOn(console, 'log').mockImplementation(listen)
  vi.spyOn(console, 'error').mockImplementation(listen)
})

afterEach(() => {
  vi.restoreAllMocks()
  course.dispose()
})

const text = (file: string) => readFileSync(join(course.root, file), 'utf8')
const added = (before: readonly string[]) =>
  course.read().files.filter((file) => !before.includes(file))

test.each(['1', '01', '01-first'])('a new exercise of chapter %s comes last', (chapter) => {
  const before = course.read().files

  expect(main(course.root, [chapter, 'rate-limit'])).toBe(0)
  expect(added(before)).toEqual([
    'exercises/01-first/02-rate-limit/README.md',
    'exercises/01-first/02-rate-limit/rate-limit.ts',
    'solutions/01-first/02-rate-limit/README.md',
    'solutions/01-first/02-rate-limit/rate-limit.ts',
    'test/01-first/02-rate-limit/rate-limit.test.ts',
  ])
  expect(said).toContain('This is 1.2 rate-limit.')
  for (const folder of ['mistakes', 'accepted'])
    expect(existsSync(join(course.root, 'test/01-first/02-rate-limit', folder))).toBe(true)
})

test('a new chapter gets a page', () => {
  expect(main(course.root, ['02-many-customers', 'limit'])).toBe(0)
  expect(text('exercises/02-many-customers/README.md')).toBe('# Chapter 2: Many customers\n')
  expect(text('exercises/02-many-customers/01-limit/README.md')).toMatch(/^# 2\.1 Limit\n/)
})

test('the laws list what is left to write, and nothing else', () => {
  main(course.root, ['02-second', 'rate-limit'])
  const left = violationsIn(course.read()).map(({ file, message }) => `${file}: ${message}`)
  const [page, lesson, notes] = [
    'exercises/02-second/README.md',
    'exercises/02-second/01-rate-limit/README.md',
    'solutions/02-second/01-rate-limit/README.md',
  ]

  expect(left).toEqual([
    expect.stringContaining(`${page}: Begin with`),
    expect.stringContaining(`${page}: Add a line`),
    `${lesson}: Tell the story below the title, in three to six lines.`,
    `${lesson}: The section "In Python and in TypeScript" is empty: write it.`,
    `${lesson}: The section "Your job" is empty: write it.`,
    `${lesson}: The section "The timeline" is empty: write it.`,
    ...['python', 'ts', 'text'].map(
      (lang) => expect.stringMatching(`^${lesson}: .*\`${lang}\` fence`) as string,
    ),
    `${lesson}: The answer in "Predict first" is empty: write it.`,
    expect.stringContaining(`${lesson}: The section "The timeline" needs`),
    ...[1, 2, 3].map((hint) => `${lesson}: Hint ${hint} is empty: write it.`),
    expect.stringContaining(`${notes}: Say below the title how long it takes`),
    `${notes}: The section "Why this exercise" is empty: write it.`,
    `${notes}: The section "Ask the room" is empty: write it.`,
    `${notes}: The section "Other ways" is empty: write it.`,
    `${notes}: The section "Beliefs you will meet" is empty: write it.`,
    expect.stringContaining('test/02-second/01-rate-limit/mistakes/: There are 0 mistakes'),
    expect.stringContaining('test/02-second/01-rate-limit/accepted/: There is no accepted answer'),
    expect.stringContaining('src/author/typos.ts: Add a row'),
  ])
})

test('what is written is formatted already', async () => {
  const before = course.read().files
  main(course.root, ['02-a-chapter-of-many-words', 'a-slug-that-is-made-of-many-words'])

  for (const file of added(before)) {
    const filepath = join(root, file)
    const options = await prettier.resolveConfig(filepath)
    expect(await prettier.check(text(file), { ...options, filepath }), file).toBe(true)
  }
})

test.each([
  [['1', 'Rate-Limit'], 'The slug "Rate-Limit" is not in kebab-case'],
  [['1', 'rate_limit'], 'not in kebab-case'],
  [['1', 'rate--limit'], 'not in kebab-case'],
  [['1', '../limit'], 'not in kebab-case'],
  [['1', ''], 'not in kebab-case'],
  [['1', 'hello'], '01-first/01-hello is called hello already'],
  [['2', 'limit'], 'There is no chapter "2". There are: 01-first.'],
  [['02', 'limit'], 'give its full name, such as 02-many-customers'],
  [['03-third', 'limit'], 'There is no chapter "03-third"'],
  [['01-other', 'limit'], 'There is no chapter "01-other"'],
  [['02-Second', 'limit'], 'There is no chapter "02-Second"'],
  [['..', 'limit'], 'There is no chapter ".."'],
])('%j is refused in one clear sentence, and nothing is written', (args, words) => {
  const before = course.read()

  expect(main(course.root, args)).toBe(1)
  expect(said).toContain(words)
  expect(course.read()).toEqual(before)
})

test('what is there is not overwritten', () => {
  course.write('solutions/01-first/02-limit', 'a file where the folder should be')

  expect(main(course.root, ['1', 'limit'])).toBe(1)
  expect(said).toContain('solutions/01-first/02-limit exists already')
  expect(existsSync(join(course.root, 'exercises/01-first/02-limit'))).toBe(false)
})
