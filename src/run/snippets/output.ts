import type { Violation } from '../../course/violation.ts'
import { problem, type Output, type Ran, type Snippet } from './snippet.ts'

/** What is wrong with a snippet that was run: how it failed, or the first line that differs. */
export function verdictOn(snippet: Snippet, ran: Ran): Violation | undefined {
  const { error, printed } = ran
  if (error) return problem(snippet, error.message, error.line)
  return snippet.output && difference(snippet, snippet.output, printed)
}

function difference(snippet: Snippet, output: Output, printed: string[]): Violation | undefined {
  const { lines } = output
  const length = Math.max(lines.length, printed.length)
  const index = Array.from({ length }).findIndex((_, at) => lines[at] !== printed[at])
  if (index < 0) return undefined
  const at = output.line + Math.min(index, lines.length) + 1
  return problem(snippet, sentence(snippet.line, lines[index], printed[index]), at)
}

function sentence(line: number, expected: string | undefined, printed: string | undefined): string {
  if (printed === undefined) return `on line ${line} prints no line "${expected}": it ends before.`
  if (expected === undefined) return `on line ${line} prints one more line here: "${printed}".`
  return `on line ${line} prints "${printed}" here, and not "${expected}".`
}
