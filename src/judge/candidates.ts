import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { normalizePath } from 'vite'

import type { Exercise } from '../course/catalog.ts'

/** A file, and the exercise whose tests shall judge it. */
export interface Submission {
  /** Relative to the repository, or absolute. */
  file: string
  exercise: Exercise
}

/** A submission, and the names of the two modules by which Vite knows it. */
export interface Candidate extends Submission {
  /** Its test: the test's own path, with something behind it that tells whose it is. */
  id: string
  /** The submission itself, see `moduleOf`. */
  module: string
}

/** Candidates by their `id`. */
export type Candidates = ReadonlyMap<string, Candidate>

/** The name of the module that judges a submission. */
export const candidateId = (root: string, { file, exercise }: Submission): string =>
  `${normalizePath(join(root, exercise.test))}?candidate=${digestOf(resolve(root, file))}`

/** The name under which a submission is loaded: its own path, unless Vite would make something else of that. */
export function moduleOf(root: string, file: string, slug = 'beside'): string {
  const path = normalizePath(resolve(root, file))
  if (/^[^?#%]*\.ts$/.test(path)) return path
  return normalizePath(join(root, '.elsewhere', digestOf(path), `${slug}.ts`))
}

export const candidateOf = (root: string, submission: Submission): Candidate => ({
  ...submission,
  id: candidateId(root, submission),
  module: moduleOf(root, submission.file, submission.exercise.slug),
})

/** What a resolver must know of submissions. */
export const candidatesOf = (root: string, submitted: readonly Submission[]): Candidates =>
  new Map(
    submitted.map((one) => candidateOf(root, one)).map((candidate) => [candidate.id, candidate]),
  )

/** A short name for a path that may hold whatever a file system allows. */
const digestOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 12)
