import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** What TypeScript has to say against a file. */
export interface Objection {
  /** Counted from 1. */
  line: number
  /** Its first sentence; what stands below it in a long explanation is left out. */
  message: string
}

/** A TypeScript that stays in memory, and looks at one file after the other. */
export class TypeService {
  readonly #root: string
  /** By absolute path: texts that stand for files, with a number that grows. */
  readonly #texts = new Map<string, { text: string; version: number }>()
  readonly #service: ts.LanguageService

  constructor(root: string) {
    this.#root = root
    const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined }
    const config = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.json'), {}, host)
    this.#service = ts.createLanguageService({
      getCompilationSettings: () => config?.options ?? {},
      // Of the whole course only what these files import.
      getScriptFileNames: () => [...this.#texts.keys()],
      getScriptVersion: (file) => String(this.#texts.get(file)?.version ?? 0),
      getScriptSnapshot: (file) => {
        const text = this.#texts.get(file)?.text ?? ts.sys.readFile(file)
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text)
      },
      getCurrentDirectory: () => root,
      getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
      fileExists: (file) => ts.sys.fileExists(file),
      readFile: (file) => ts.sys.readFile(file),
      readDirectory: (...args) => ts.sys.readDirectory(...args),
      directoryExists: (folder) => ts.sys.directoryExists(folder),
      getDirectories: (folder) => ts.sys.getDirectories(folder),
    })
  }

  /** What is wrong with the types of a file, relative to the repository, in the order of its lines. */
  objectionsTo(file: string, text = readFileSync(join(this.#root, file), 'utf8')): Objection[] {
    const path = join(this.#root, file).replaceAll('\\', '/')
    const version = (this.#texts.get(path)?.version ?? 0) + 1
    this.#texts.set(path, { text, version })
    const found = [
      ...this.#service.getSyntacticDiagnostics(path),
      ...this.#service.getSemanticDiagnostics(path),
    ]
    return found
      .map(({ start = 0, messageText }) => ({
        line: text.slice(0, start).split('\n').length,
        message: typeof messageText === 'string' ? messageText : messageText.messageText,
      }))
      .sort((a, b) => a.line - b.line)
  }
}
