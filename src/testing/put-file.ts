import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** For tests: writes a file, and makes the folders in which it lies. `file` is relative to `root`. */
export function putFile(root: string, file: string, text = ''): void {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}
