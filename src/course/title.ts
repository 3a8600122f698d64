import { existsSync, readFileSync } from 'node:fs'

/** The title of a page, which is its first heading, without reading the rest; undefined without one. */
export function titleIn(file: string): string | undefined {
  if (!existsSync(file)) return undefined
  return /^# (.+?)\s*$/m.exec(readFileSync(file, 'utf8'))?.[1]
}
