import type { Fence, Lesson } from '../../course/lesson.ts'
import type { Violation } from '../../course/violation.ts'

/** The section that shows the exercise at work: every program in it is run. */
export const PROGRAMS = 'In Python and in TypeScript'

/** A lesson, and the solution that its TypeScript imports. Paths are relative to the repository. */
export interface LessonFile {
  file: string
  lesson: Lesson
  slug: string
  solution: string
}

/** A fenced program of a lesson. `line` is the one of its backticks, right above its first line. */
export interface Snippet {
  page: LessonFile
  lang: 'python' | 'ts'
  code: string
  line: number
  /** What it prints; without one it is not run. */
  output: Output | undefined
}

/** What a `text` fence says that a program prints. */
export interface Output {
  line: number
  lines: string[]
  /** No line ends in the second of the story: the program runs on the real clock. */
  real: boolean
}

/** What happened when a snippet was run. */
export interface Ran {
  printed: string[]
  /** Where it went wrong, in the README, and how: what a sentence says after "The ts fence". */
  error?: { line: number; message: string } | undefined
}

/** A name for a snippet that says where it stands: `exercises/…/README.md.27.ts`. */
export const nameOf = ({ page, line, lang }: Snippet): string => `${page.file}.${line}.${lang}`

/** What a snippet means by the exercise: `./limit.ts`. */
export const exerciseImport = ({ page }: Snippet): string => `./${page.slug}.ts`

/** A sentence about a snippet, at a line of its README. */
export const problem = (
  { page, lang, line }: Snippet,
  message: string,
  at: number = line,
): Violation => ({ file: page.file, line: at, message: `The ${lang} fence ${message}` })

/** The programs of a lesson, each with the output that the next `text` fence promises. */
export function snippetsOf(page: LessonFile): Snippet[] {
  const { fences } = page.lesson
  return fences.flatMap(({ lang, text, line }, index) =>
    lang === 'python' || lang === 'ts'
      ? [{ page, lang, code: text, line, output: outputOf(fences, index) }]
      : [],
  )
}

/** A `text` fence speaks for the program before it, or for the last ones of both languages. */
function outputOf(fences: readonly Fence[], index: number): Output | undefined {
  const { lang, section } = fences[index] ?? {}
  for (const fence of fences.slice(index + 1)) {
    if (fence.section !== section || fence.lang === lang) return undefined
    if (fence.lang === 'text') return parseOutput(fence)
  }
  return undefined
}

const STAMP = / @\d+(\.\d+)?$/

function parseOutput({ text, line }: Fence): Output {
  const lines = text === '' ? [] : text.split('\n')
  return { line, lines, real: !lines.some((one) => STAMP.test(one)) }
}

/** The snippets that should say what they print, and do not. */
export const withoutOutput = (page: LessonFile, snippets: readonly Snippet[]): Violation[] =>
  snippets
    .filter(({ line, output }) => !output && sectionAt(page, line) === PROGRAMS)
    .map((one) => problem(one, 'has no output: put a text fence with what it prints behind it.'))

const sectionAt = (page: LessonFile, line: number): string | undefined =>
  page.lesson.fences.find((fence) => fence.line === line)?.section
