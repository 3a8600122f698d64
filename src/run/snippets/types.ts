import { join } from 'node:path'
import ts from 'typescript'
import { normalizePath } from 'vite'

import type { Violation } from '../../course/violation.ts'
import { exerciseImport, nameOf, problem, type Snippet } from './snippet.ts'

/** Checks the types of TypeScript snippets, each a module of its own beside the exercise. */
export function typeProblems(root: string, snippets: readonly Snippet[]): Map<string, Violation> {
  const files = new Map(
    snippets.map((one) => [normalizePath(join(root, nameOf(one))), one] as const),
  )
  const options = { ...optionsOf(root), moduleDetection: ts.ModuleDetectionKind.Force }
  const host = hostWith(root, files, options)
  const program = ts.createProgram([...files.keys()], options, host)
  const found = new Map<string, Violation>()
  for (const [file, snippet] of files) {
    const first = firstDiagnostic(program, file)
    if (first) found.set(nameOf(snippet), asProblem(snippet, first))
  }
  return found
}

function optionsOf(root: string): ts.CompilerOptions {
  const config = join(root, 'tsconfig.json')
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined }
  return ts.getParsedCommandLineOfConfigFile(config, {}, host)?.options ?? {}
}

/** Sees the snippets as if they were files, and the solution where they import the exercise. */
function hostWith(
  root: string,
  files: ReadonlyMap<string, Snippet>,
  options: ts.CompilerOptions,
): ts.CompilerHost {
  const host = ts.createCompilerHost(options)
  const read = host.readFile.bind(host)
  const exists = host.fileExists.bind(host)
  const textOf = (file: string) => paddedCode(files.get(normalizePath(file)))
  return Object.assign(host, {
    readFile: (file: string) => textOf(file) ?? read(file),
    fileExists: (file: string) => files.has(normalizePath(file)) || exists(file),
    getSourceFile: (file: string, target: ts.ScriptTarget | ts.CreateSourceFileOptions) => {
      const text = textOf(file) ?? read(file)
      return text === undefined ? undefined : ts.createSourceFile(file, text, target)
    },
    resolveModuleNameLiterals: (names: readonly ts.StringLiteralLike[], from: string) =>
      names.map(({ text }) => {
        const snippet = files.get(normalizePath(from))
        return snippet && text === exerciseImport(snippet)
          ? { resolvedModule: solutionOf(root, snippet) }
          : ts.resolveModuleName(text, from, options, host)
      }),
  } satisfies Partial<ts.CompilerHost>)
}

const solutionOf = (root: string, { page }: Snippet): ts.ResolvedModuleFull => ({
  resolvedFileName: normalizePath(join(root, page.solution)),
  extension: ts.Extension.Ts,
})

/** So many empty lines above the code that its lines count as those of the README. */
const paddedCode = (snippet: Snippet | undefined): string | undefined =>
  snippet && '\n'.repeat(snippet.line) + snippet.code

function firstDiagnostic(program: ts.Program, file: string): ts.Diagnostic | undefined {
  const source = program.getSourceFile(file)
  // What follows a syntax error are its consequences.
  const [first] = program.getSyntacticDiagnostics(source)
  return first ?? program.getSemanticDiagnostics(source)[0]
}

function asProblem(snippet: Snippet, { file, start, messageText }: ts.Diagnostic): Violation {
  const [message = ''] = ts.flattenDiagnosticMessageText(messageText, '\n').split('\n')
  const line = file?.getLineAndCharacterOfPosition(start ?? 0).line ?? snippet.line - 1
  return problem(snippet, `does not pass the type check: ${message}`, line + 1)
}
