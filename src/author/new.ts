import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { planExercise, type Scaffold } from './scaffold.ts'

/** `npm run new`: writes the mirrors of a new exercise. The exit code is 1 when it refuses. */
export function main(root: string, [chapter = '', slug = '']: readonly string[]): number {
  try {
    const plan = planExercise(root, chapter, slug)
    write(root, plan)
    for (const path of Object.keys(plan.files)) console.log(path)
    console.log(
      `\nThis is ${plan.number} ${slug}. CONTRIBUTING.md says in which order to write it, and ` +
        `\`npm run check -- ${slug}\` what is left.`,
    )
    return 0
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    return 1
  }
}

/** Writes what is planned; a file that has come into being meanwhile is an error. */
function write(root: string, { files, folders }: Scaffold): void {
  for (const folder of folders) mkdirSync(join(root, folder), { recursive: true })
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text, { flag: 'wx' })
  }
}
