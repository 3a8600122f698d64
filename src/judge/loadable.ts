import { readFileSync, statSync } from 'node:fs'
import { createRequire, isBuiltin } from 'node:module'
import { parseSync } from 'vite'

import { listed } from '../timeline/span.ts'
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
  const { program, module, errors } = parseSync('submission.ts', text)
  const [error] = errors
  if (!error) {
    return (
      commonJsIn(program, text, name) ?? wrongImportIn(module.staticImports, program, text, name)
    )
  }
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

/** What CommonJS has and an ES module lacks, and what to write instead. Vite would allow it. */
const COMMON_JS: Record<string, [says: string, instead: string]> = {
  require: ['calls require', "Write an import at the top: import { … } from '…'."],
  'require.main': [
    'asks for require.main',
    'Leave that out: the tests call your functions themselves.',
  ],
  module: ['uses module.exports', 'Write the word export before what the tests call.'],
  exports: ['uses exports', 'Write the word export before what the tests call.'],
  __dirname: ['uses __dirname', 'Write import.meta.dirname.'],
  __filename: ['uses __filename', 'Write import.meta.filename.'],
}

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
  const [says, instead] = COMMON_JS[found?.name ?? ''] ?? []
  if (!found || says === undefined || names.has(found.name.split('.')[0] ?? '')) return undefined
  const line = lineOf(text, found.start)
  const sentence =
    `${name} ${says} on line ${line}, as CommonJS does. This package is made of ES modules, and Node ` +
    `refuses it there. ${instead}`
  return { kind: 'load', sentence, line }
}

interface Node {
  type: string
  start: number
}

type Named = Record<'callee' | 'object' | 'property', { type: string; name?: string }>

function commonJsAt(node: Node): { name: string; start: number } | undefined {
  const { start } = node
  const { callee, object, property } = node as Node & Partial<Named>
  if (node.type === 'CallExpression' && callee?.name === 'require')
    return { name: 'require', start }
  if (node.type === 'Identifier') {
    const { name = '' } = node as Node & { name?: string }
    return /^__(?:dir|file)name$/.test(name) ? { name, start } : undefined
  }
  if (node.type !== 'MemberExpression') return undefined
  if (object?.name === 'require' && property?.name === 'main')
    return { name: 'require.main', start }
  if (object?.name === 'module' && property?.name === 'exports') return { name: 'module', start }
  return object?.name === 'exports' ? { name: 'exports', start } : undefined
}

interface Import {
  start: number
  moduleRequest: { value: string }
  entries: {
    importName: { kind: string; name?: string | null }
    localName: { value: string }
    isType: boolean
  }[]
}

const require = createRequire(import.meta.url)

/** An import from Node of what is not there: Node would refuse the file, and Vite hand out undefined. */
function wrongImportIn(
  imports: readonly Import[],
  program: unknown,
  text: string,
  name: string,
): SubmissionFile['problem'] {
  for (const { start, moduleRequest, entries } of imports) {
    const { value: from } = moduleRequest
    const line = lineOf(text, start)
    if (!isBuiltin(from)) {
      if (!from.startsWith('node:')) continue
      const sentence = `${name} imports '${from}' on line ${line}, and Node has no such module. Mend its name.`
      return { kind: 'load', sentence, line }
    }
    const offered = Object.keys(require(from) as object)
    const wrong = entries.find(
      ({ importName: { kind, name: wanted }, localName, isType }) =>
        kind === 'Name' &&
        !isType &&
        !offered.includes(wanted ?? '') &&
        // A type whose import does not say so is erased.
        isValue(localName.value, program),
    )
    if (!wrong) continue
    const sentence =
      `${name} imports \`${wrong.importName.name ?? ''}\` from '${from}' on line ${line}, and there ` +
      `is no such thing in it. ${offer(offered)}`
    return { kind: 'load', sentence, line }
  }
  return undefined
}

const offer = (offered: readonly string[]): string =>
  offered.length <= MOST_OFFERED ? `It has ${listed(offered)}.` : 'Mend the name.'

const MOST_OFFERED = 6

/** Whether a name stands for a value anywhere but in the imports. */
function isValue(name: string, program: unknown): boolean {
  let found = false
  const visit = (node: Node) => (found ||= (node as { name?: unknown }).name === name)
  walk(program, visit, ({ type }) => type === 'ImportDeclaration' || TYPES.test(type))
  return found
}

/** Nodes that hold types and no values. */
const TYPES = /^TS(?!As|NonNull|Satisfies|Enum|Export|Parameter)/

function walk(
  thing: unknown,
  visit: (node: Node) => unknown,
  isLeftOut: (node: Node) => boolean = () => false,
): void {
  if (typeof thing !== 'object' || thing === null) return
  if ('type' in thing && typeof thing.type === 'string') {
    if (isLeftOut(thing as Node)) return
    visit(thing as Node)
  }
  for (const child of Object.values(thing)) walk(child, visit, isLeftOut)
}
