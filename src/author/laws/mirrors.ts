import type { Violation } from '../../course/violation.ts'
import { nameOf, somewhere, type CourseFiles } from './law.ts'

/** The files that each exercise has in each mirror, and what to write there. */
const EXPECTED = (folder: string, slug: string): [file: string, todo: string][] => [
  [`exercises/${folder}/README.md`, 'write the lesson'],
  [`exercises/${folder}/${slug}.ts`, 'write the stub, with one // TODO comment'],
  [`solutions/${folder}/${slug}.ts`, 'write the reference solution'],
  [`solutions/${folder}/README.md`, "write the trainer's notes"],
  [`test/${folder}/${slug}.test.ts`, 'write what a right answer does'],
]

/** Law: an exercise that lies in one mirror has its files in all of them. */
export function mirrorsAreComplete({ folders, files }: CourseFiles): Violation[] {
  return folders.flatMap((folder) => {
    const name = nameOf(folder)
    if (!name) return []
    return EXPECTED(folder, name.slug)
      .filter(([file]) => !files.includes(file))
      .map(([file, todo]) => ({ file, message: `The file is missing: ${todo}.` }))
  })
}

/** Law: nothing lies in the mirrors that has no place there. */
export function nothingIsStray({ files }: CourseFiles): Violation[] {
  return files
    .filter((file) => !belongs(file))
    .map((file) => ({
      file,
      message: 'Nobody looks for this file here: move it to where it belongs, or delete it.',
    }))
}

/** A folder with a wrong name has a law of its own; its files are not counted one by one. */
function belongs(file: string): boolean {
  const [mirror, chapter = '', folder, ...rest] = file.split('/')
  if (folder === undefined) return false
  if (!nameOf(chapter)) return true
  if (rest.length === 0) return mirror === 'exercises' && folder === 'README.md'
  const slug = nameOf(folder)?.slug
  return slug === undefined || inFolder(mirror, slug).test(rest.join('/'))
}

function inFolder(mirror: string | undefined, slug: string): RegExp {
  if (mirror === 'test') return new RegExp(`^(${slug}\\.test|(mistakes|accepted)/[^/]+)\\.ts$`)
  // Copies of an answer that `npm run reset` has put aside.
  const kept = mirror === 'exercises' ? '|[^/]*\\.bak[^/]*' : ''
  return new RegExp(`^(README\\.md|${slug}\\.ts${kept})$`)
}

/** Law: folders are called `03-chained-handlers`: two digits and a slug in kebab-case. */
export function foldersAreNamed({ root, chapters, folders }: CourseFiles): Violation[] {
  return [...chapters, ...folders]
    .filter((folder) => !nameOf(folder))
    .map((folder) => ({
      file: somewhere(root, folder),
      message:
        'Call the folder by two digits and a slug, such as 03-chained-handlers, in every mirror.',
    }))
}
