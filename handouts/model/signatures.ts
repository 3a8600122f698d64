import { parseSync } from 'vite'

interface Located {
  start: number
  end: number
}

/** A statement, or a member of a class, as the parser gives it. */
interface Declared extends Located {
  type: string
  declaration?: Declared | null
  body?: (Located & { body?: Declared[] | null }) | null
  value?: Declared | null
  key?: { type: string }
  accessibility?: string | null
}

/**
 * What a stub exports, without what it does: the head of each function, each type whole, and of a
 * class the heads of its public members. Comments are left out.
 */
export function signaturesOf(file: string, source: string): string {
  return parseSync(file, source)
    .program.body.filter((statement) => statement.type === 'ExportNamedDeclaration')
    .map((statement) => exported(source, statement as Declared))
    .filter((text) => text !== '')
    .join('\n')
}

function exported(source: string, { start, declaration }: Declared): string {
  if (!declaration) return ''
  const { type, body, end } = declaration
  const isWhole = type === 'TSInterfaceDeclaration' || type === 'TSTypeAliasDeclaration'
  const head = source.slice(start, isWhole ? end : (body?.start ?? end)).trim()
  return type === 'ClassDeclaration' ? `${head} {\n${members(source, declaration)}}` : head
}

const members = (source: string, { body }: Declared): string =>
  (body?.body ?? [])
    .filter(isPublic)
    .map((member) => `  ${memberHead(source, member)}\n`)
    .join('')

const isPublic = ({ key, accessibility }: Declared): boolean =>
  key?.type !== 'PrivateIdentifier' && accessibility !== 'private'

/** A method up to its body; a property up to its value. */
function memberHead(source: string, { type, start, end, value }: Declared): string {
  if (type === 'MethodDefinition') return source.slice(start, value?.body?.start ?? end).trim()
  return source
    .slice(start, value?.start ?? end)
    .replace(/\s*=?\s*$/, '')
    .trim()
}
