import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The text of a file, with the line ends of Linux; empty when there is none. */
export function textOf(root: string, file: string): string {
  const path = join(root, file)
  return existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : ''
}
