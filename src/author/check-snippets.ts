import { checkSnippets, pagesOf } from '../run/snippets.ts'
import { findPython, NO_PYTHON } from '../run/snippets/python.ts'

/**
 * A step of `npm run check`: runs the programs of all lessons and prints what is wrong with them.
 * Arguments are slugs, to check only these exercises. The exit code is 1 when there is a problem,
 * or no Python to run the programs with.
 */
export async function main(root: string, args: readonly string[]): Promise<number> {
  const python = findPython()
  if (!python) {
    console.error(NO_PYTHON)
    return 1
  }
  const pages = pagesOf(root).filter(({ slug }) => args.length === 0 || args.includes(slug))
  const { ran, problems } = await checkSnippets(root, pages, { python })
  for (const { file, line, message } of problems) console.log(`${file}:${line}  ${message}`)
  console.log(`${counted(ran, 'snippet')} ran, ${counted(problems.length, 'problem')}`)
  return problems.length === 0 ? 0 : 1
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`
