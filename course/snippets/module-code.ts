import ts from 'typescript'

import { nameOf, type Snippet } from './snippet.ts'

/**
 * A snippet as a module whose default export runs it: importing happens outside the story. Lines
 * stay where they are in the README. As in a module of its own, the code begins in a promise job,
 * so that `nextTick` comes after other promise jobs.
 */
export function moduleCode(snippet: Snippet): string {
  const source = ts.createSourceFile(nameOf(snippet), snippet.code, ts.ScriptTarget.Latest)
  const imports = source.statements.filter((statement) => ts.isImportDeclaration(statement))
  let body = snippet.code
  for (const one of imports) {
    const [from, to] = [one.getStart(source), one.end]
    body = body.slice(0, from) + blank(body.slice(from, to)) + body.slice(to)
  }
  const header = imports.map((one) => `${one.getText(source).replace(/\s+/g, ' ')};`).join(' ')
  const above = '\n'.repeat(snippet.line - 1)
  return `${above}${header} export default async () => { await null\n${body}\n}\n`
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ')
