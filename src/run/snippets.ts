import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { readCourse } from '../course/catalog.ts'
import { readLesson } from '../course/lesson.ts'
import type { Violation } from '../course/violation.ts'
import { runInVitest } from './snippets/in-vitest.ts'
import { verdictOn } from './snippets/output.ts'
import { runInPython, type Python } from './snippets/python.ts'
import {
  nameOf,
  snippetsOf,
  withoutOutput,
  type LessonFile,
  type Ran,
  type Snippet,
} from './snippets/snippet.ts'
import { typeProblems } from './snippets/types.ts'

/** What came of the snippets of some lessons. */
export interface SnippetReport {
  /** Snippets that were run; the others were only compiled, or not even that. */
  ran: number
  problems: Violation[]
}

/** The lessons of all exercises, in the order of the course. */
export const pagesOf = (root: string): LessonFile[] =>
  readCourse(root).flatMap(({ path, slug, solution }) => {
    const file = `exercises/${path}/README.md`
    // That a lesson is missing is what a law says.
    if (!existsSync(join(root, file))) return []
    return [{ file, slug, solution, lesson: readLesson(join(root, file)) }]
  })

/**
 * Runs the programs of lessons and compares what they print with the `text` fences behind them:
 * Python under a loop whose time jumps, TypeScript on the virtual clock with the reference solution.
 * All TypeScript is type-checked, all Python compiled. Without a `python` its snippets are left out;
 * `patience` is in real seconds for each of them.
 */
export async function checkSnippets(
  root: string,
  pages: readonly LessonFile[],
  { python, patience }: { python?: Python; patience?: number } = {},
): Promise<SnippetReport> {
  const snippets = pages.flatMap(snippetsOf)
  const unsaid = pages.flatMap((page) => withoutOutput(page, snippetsOf(page)))
  const inTypeScript = withLang(snippets, 'ts')
  const mistyped = typeProblems(root, inTypeScript)
  const ran = new Map([
    ...(await runInVitest(root, inTypeScript.filter(isToRun(mistyped)))),
    ...(python ? runInPython(root, python, withLang(snippets, 'python'), patience) : []),
  ])
  const problems = [...unsaid, ...mistyped.values(), ...verdicts(snippets, ran)]
  return { ran: snippets.filter(wasRun(ran)).length, problems: problems.sort(byPlace) }
}

const withLang = (snippets: readonly Snippet[], lang: Snippet['lang']): Snippet[] =>
  snippets.filter((one) => one.lang === lang)

/** A program with a type error is wrong already; what else it does helps nobody. */
const isToRun = (mistyped: ReadonlyMap<string, Violation>) => (snippet: Snippet) =>
  snippet.output !== undefined && !mistyped.has(nameOf(snippet))

const wasRun = (ran: ReadonlyMap<string, Ran>) => (snippet: Snippet) =>
  snippet.output !== undefined && ran.has(nameOf(snippet))

const verdicts = (snippets: readonly Snippet[], ran: ReadonlyMap<string, Ran>): Violation[] =>
  snippets.flatMap((snippet) => {
    const how = ran.get(nameOf(snippet))
    return (how && verdictOn(snippet, how)) ?? []
  })

const byPlace = (a: Violation, b: Violation): number =>
  a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1
