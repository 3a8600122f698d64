/** Where a source of the handouts breaks a law, and what to do about it. */
export interface Complaint {
  /** Relative to the repository, with `/`. */
  file: string
  /** Counts from 1. */
  line: number
  sentence: string
}

/** Complaints as they are printed: in the order of files and lines, each of them once. */
export function printed(complaints: readonly Complaint[]): string[] {
  const inOrder = [...complaints].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.sentence, b.sentence),
  )
  return [...new Set(inOrder.map(({ file, line, sentence }) => `${file}:${line}  ${sentence}`))]
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
