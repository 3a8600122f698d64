import { readFileSync, statSync } from 'node:fs'
import { createRequire, isBuiltin } from 'node:module'
import { transformSync, Visitor, type ESTree } from 'rolldown/utils'
import { parseSync } from 'vite'

import { listed } from '../timeline/span.ts'
import type { SubmissionFile } from '../harness/submission-file.ts'

type Problem = NonNullable<SubmissionFile['problem']>

/** The text of a submission, or why it cannot be loaded. */
export type Reading = { text: string } | { problem: Problem }

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

/** What keeps a module from loading: `NAME does on line N and`. */
interface Fault {
  start: number
  does: string
  and: string
}

/** Why a text is no module that Node would load in this package, as a sentence that says what to do. */
function whyNotLoadable(text: string, { name, lesson, restore }: Names): Problem | undefined {
  if (text.trim() === '') return { kind: 'load', sentence: `${name} is empty.${restore}` }
  const { program, module, errors } = parseSync('submission.ts', text)
  const [error] = errors
  if (error && isPython(text)) {
    const sentence =
      `${name} is Python, and this course asks for TypeScript. ${lesson ?? 'The lesson'} shows the ` +
      'same program in both, side by side.'
    return { kind: 'load', sentence }
  }
  const fault = error
    ? syntaxFault(error)
    : (commonJsIn(program) ?? wrongImportIn(module.staticImports, text))
  if (!fault) return undefined
  const line = text.slice(0, fault.start).split('\n').length
  return { kind: 'load', sentence: `${name} ${fault.does} on line ${line}${fault.and}`, line }
}

/** Asked only of what is no TypeScript. */
const isPython = (text: string): boolean =>
  /^\s*(?:async\s+)?def\s+\w+\s*\(/m.test(text) ||
  /^(?:import\s+[\w.]+|from\s+[\w.]+\s+import\s+[\w*, ]+)\s*$/m.test(text)

type SyntaxFault = ReturnType<typeof parseSync>['errors'][number]

const syntaxFault = ({ message, labels }: SyntaxFault): Fault => ({
  start: labels[0]?.start ?? 0,
  does: 'has a syntax error',
  and: `: ${message.replace(/\.$/, '')}. Mend that line and save.`,
})

/** What CommonJS has and an ES module lacks, and what to write instead. Vite would allow it. */
const COMMON_JS: Record<string, [does: string, instead: string]> = {
  require: ['calls require', "Write an import at the top: import { … } from '…'."],
  'require.main': [
    'asks for require.main',
    'Leave that out: the tests call your functions themselves.',
  ],
  'module.exports': ['uses module.exports', 'Write the word export before what the tests call.'],
  exports: ['uses exports', 'Write the word export before what the tests call.'],
  __dirname: ['uses __dirname', 'Write import.meta.dirname.'],
  __filename: ['uses __filename', 'Write import.meta.filename.'],
}

/** The first use of what only CommonJS has, unless the file declares something of that name itself. */
function commonJsIn(program: ESTree.Program): Fault | undefined {
  const declared = new Set<string | undefined>()
  const uses: { what: string; start: number }[] = []
  const use = (what: string, { start }: { start: number }) => {
    if (Object.hasOwn(COMMON_JS, what)) uses.push({ what, start })
  }
  new Visitor({
    VariableDeclarator: ({ id }) => declared.add(wordOf(id)),
    FunctionDeclaration: ({ id }) => declared.add(id?.name),
    CallExpression: (node) => wordOf(node.callee) === 'require' && use('require', node),
    MemberExpression(node) {
      const object = wordOf(node.object)
      use(object === 'exports' ? object : `${object}.${wordOf(node.property)}`, node)
    },
    Identifier: (node) => node.name.startsWith('__') && use(node.name, node),
  }).visit(program)
  const [{ what, start } = { what: '', start: 0 }] = uses
  const [does, instead = ''] = COMMON_JS[what] ?? []
  if (does === undefined || declared.has(what.split('.')[0])) return undefined
  const and =
    ', as CommonJS does. This package is made of ES modules, and Node refuses it there. ' + instead
  return { start, does, and }
}

const wordOf = (node: { type: string; name?: unknown }): string | undefined =>
  node.type === 'Identifier' ? String(node.name) : undefined

const require = createRequire(import.meta.url)

type StaticImport = ReturnType<typeof parseSync>['module']['staticImports'][number]

/** An import from Node of what is not there: Node would refuse the file, and Vite hand out undefined. */
function wrongImportIn(imports: readonly StaticImport[], text: string): Fault | undefined {
  for (const { start, moduleRequest, entries } of imports) {
    const { value: from } = moduleRequest
    if (!isBuiltin(from)) {
      if (!from.startsWith('node:')) continue
      const and = ', and Node has no such module. Mend its name.'
      return { start, does: `imports '${from}'`, and }
    }
    const offered = Object.keys(require(from) as object)
    const wrong = entries.find(
      ({ importName: { kind, name }, localName }) =>
        kind === 'Name' && !offered.includes(name ?? '') && isValue(localName.value, text),
    )
    if (!wrong) continue
    const does = `imports \`${wrong.importName.name ?? ''}\` from '${from}'`
    return { start, does, and: `, and there is no such thing in it. ${offer(offered)}` }
  }
  return undefined
}

const offer = (offered: readonly string[]): string =>
  offered.length <= MOST_OFFERED ? `It has ${listed(offered)}.` : 'Mend the name.'

const MOST_OFFERED = 6

/** Whether what is imported under a name is used as a value: a type whose import does not say so is erased. */
const isValue = (name: string, text: string): boolean =>
  parseSync('submission.js', transformSync('submission.ts', text).code).module.staticImports.some(
    ({ entries }) => entries.some(({ localName }) => localName.value === name),
  )
