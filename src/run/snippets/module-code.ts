import { parseSync } from 'vite'

import { nameOf, type Snippet } from './snippet.ts'

/**
 * A snippet as a module whose default export runs it: importing happens outside the story. Lines
 * stay where they are in the README. As in a module of its own, the code begins in a promise job,
 * so that `nextTick` comes after other promise jobs.
 */
export function moduleCode(snippet: Snippet): string {
  const { code } = snippet
  const imports = parseSync(nameOf(snippet), code).program.body.filter(
    ({ type }) => type === 'ImportDeclaration',
  )
  let body = code
  for (const { start, end } of imports) {
    body = body.slice(0, start) + blank(body.slice(start, end)) + body.slice(end)
  }
  const header = imports.map(({ start, end }) => `${onOneLine(code.slice(start, end))};`).join(' ')
  const above = '\n'.repeat(snippet.line - 1)
  return `${above}${header} export default async () => { await null\n${body}\n}\n`
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ')

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ')
