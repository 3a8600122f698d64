import { readFileSync, statSync } from 'node:fs'
import { parseSync } from 'vite'

import type { SubmissionFile } from '../harness/submission-file.ts'

/** The text of a submission, or why it cannot be loaded. */
export type Reading = { text: string } | { problem: NonNullable<SubmissionFile['problem']> }

/** What a sentence about a submission needs: how people call it, and where help is to be found. */
interface Names {
  /** The path as people read it. */
  name: string
  /** Path of the lesson, relative to the repository. */
  lesson?: string
  /** How the stub comes back, as the end of a sentence. */
  restore: string
}

/** Reads a submission; `source` stands for what the file holds. The file's name decides nothing. */
export function readSubmission(file: string, source: string | undefined, names: Names): Reading {
  const reading = source === undefined ? contentOf(file, names) : { text: source }
  if ('problem' in reading) return reading
  const text = reading.text.replace(/^\uFEFF/, '')
  const problem = whyNotLoadable(text, names)
  return problem ? { problem } : { text }
}

function contentOf(file: string, { name, restore }: Names): Reading {
  const unreadable = (sentence: string): Reading => ({ problem: { kind: 'unreadable', sentence } })
  try {
    if (!statSync(file).isFile()) return unreadable(`${name} is not a file.${restore}`)
    const text = readFileSync(file, 'utf8')
    if (text.includes('\0')) return unreadable(`${name} is not a text file.${restore}`)
    return { text }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'ENOENT' || code === 'ELOOP'
      ? unreadable(`${name} is missing.${restore}`)
      : unreadable(`${name} cannot be read (${code ?? 'unknown error'}).`)
  }
}

/** Why a text is no module that Node would load in this package, as a sentence that says what to do. */
function whyNotLoadable(
  text: string,
  { name, lesson, restore }: Names,
): SubmissionFile['problem'] | undefined {
  if (text.trim() === '') return { kind: 'load', sentence: `${name} is empty.${restore}` }
  const { program, errors } = parseSync('submission.ts', text)
  const [error] = errors
  if (!error) return commonJsIn(program, text, name)
  if (isPython(text)) {
    const where = lesson ?? 'The lesson'
    const sentence =
      `${name} is Python, and this course asks for TypeScript. ${where} shows the same program in ` +
      'both, side by side.'
    return { kind: 'load', sentence }
  }
  const line = lineOf(text, error.labels[0]?.start ?? 0)
  const what = error.message.replace(/\.$/, '')
  const sentence = `${name} has a syntax error on line ${line}: ${what}. Mend that line and save.`
  return { kind: 'load', sentence, line }
}

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

/** Asked only of what is no TypeScript. */
const isPython = (text: string): boolean =>
  /^\s*(?:async\s+)?def\s+\w+\s*\(/m.test(text) ||
  /^(?:import\s+[\w.]+|from\s+[\w.]+\s+import\s+[\w*, ]+)\s*$/m.test(text)

/** `require` and `module.exports`, which Vite would allow and Node refuses in an ES module. */
function commonJsIn(program: unknown, text: string, name: string): SubmissionFile['problem'] {
  const names = new Set<string>()
  let found: { name: string; start: number } | undefined
  walk(program, (node) => {
    if (node.type === 'VariableDeclarator' || node.type === 'FunctionDeclaration') {
      const { id } = node as { id?: { name?: string } }
      if (id?.name !== undefined) names.add(id.name)
    }
    found ??= commonJsAt(node)
  })
  if (!found || names.has(found.name)) return undefined
  const line = lineOf(text, found.start)
  const [what, instead] =
    found.name === 'require'
      ? ['calls require', "an import at the top: import { … } from '…'"]
      : [`uses ${found.name}`, 'the word export before what the tests call']
  const sentence =
    `${name} ${what} on line ${line}, as CommonJS does. This package is made of ES modules, and Node ` +
    `refuses it there. Write ${instead}.`
  return { kind: 'load', sentence, line }
}

interface Node {
  type: string
  start: number
}

function commonJsAt(node: Node): { name: string; start: number } | undefined {
  if (node.type === 'CallExpression') {
    const { callee } = node as unknown as { callee: { type: string; name?: string } }
    if (callee.type === 'Identifier' && callee.name === 'require') {
      return { name: 'require', start: node.start }
    }
  }
  if (node.type === 'MemberExpression') {
    const { object, property } = node as unknown as Record<'object' | 'property', { name?: string }>
    if (object.name === 'module' && property.name === 'exports') {
      return { name: 'module', start: node.start }
    }
  }
  return undefined
}

function walk(thing: unknown, visit: (node: Node) => void): void {
  if (typeof thing !== 'object' || thing === null) return
  if ('type' in thing && typeof thing.type === 'string') visit(thing as Node)
  for (const child of Object.values(thing)) walk(child, visit)
}
