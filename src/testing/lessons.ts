import { expect } from 'vitest'

import { parseLesson } from '../course/lesson.ts'
import type { SnippetReport } from '../run/snippets.ts'
import { PROGRAMS, type LessonFile } from '../run/snippets/snippet.ts'

/** For a kind of problem: what the lesson shows, and what must be said of it, if anything. */
export type Case = [kind: string, fences: string[], said: string | undefined]

/** A fence whose backticks stand on the first line of `text`. */
export const fence = (lang: string, ...lines: string[]) =>
  ['```' + lang, ...lines, '```', ''].join('\n')

/** A lesson of hello-world whose first fence stands on line 5. */
function page(file: string, ...fences: string[]): LessonFile {
  const lesson = parseLesson([`# Title`, '', `## ${PROGRAMS}`, '', ...fences].join('\n'))
  const slug = 'hello-world'
  return { file, lesson, slug, solution: `solutions/01-the-post/01-hello-world/${slug}.ts` }
}

/** A program of asyncio with these lines in its `main`. */
export const PYTHON = (...body: string[]) => [
  'import asyncio',
  'async def main():',
  ...body.map((line) => `    ${line}`),
  'asyncio.run(main())',
]

/** The exercise at work. */
export const HELLO = [`import { main } from './hello-world.ts'`, 'await main(console.log)']

/** A lesson for each case, called by its index. */
export const pages = (cases: readonly Case[], folder: string) =>
  cases.map(([, fences], index) => page(`exercises/${folder}/${index}.md`, ...fences))

const saidOf = ({ problems }: SnippetReport, file: string): string[] =>
  problems.filter((one) => one.file === file).map(({ line, message }) => `${line}: ${message}`)

/** Expects the problems of a lesson to hold some words; or that there are none. */
export function expectSaid(report: SnippetReport, file: string, said: string | undefined): void {
  const problems = saidOf(report, file).join('\n')

  if (said === undefined) expect(problems).toBe('')
  else expect(problems).toContain(said)
}
