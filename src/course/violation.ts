/** Where the course breaks a law, and what to do about it. */
export interface Violation {
  /** The file to write or to mend, relative to the repository, with `/`. */
  file: string
  /** Counts from 1; undefined where the file as a whole is meant. */
  line?: number | undefined
  message: string
}

/** Violations as they are printed: in the order of files and lines, each of them once. */
export function printed(violations: readonly Violation[]): string[] {
  const inOrder = [...violations].sort(
    (a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0),
  )
  return [...new Set(inOrder.map(inOneLine))]
}

const inOneLine = ({ file, line, message }: Violation): string =>
  `${file}${line === undefined ? '' : `:${line}`}  ${message}`

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
