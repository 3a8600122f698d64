import { normalize, resolve } from 'node:path'

import { framesAsTheyRun, type Frame } from './frames.ts'

/** A place in a learner's file: its path as people read it; line and column are counted from 1. */
export interface At {
  file: string
  line: number
  column?: number
}

/** What is known of a submission before it is loaded; the resolver writes it (course/submissions.ts). */
export interface SubmissionFile {
  /** Path relative to the repository, or absolute: for sentences. */
  file: string
  /** The name under which it is loaded, and which its frames bear. */
  module: string
  /** Absolute path of the repository. */
  root: string
  /** The module that imports it: a test. */
  test: string
  /** What each name that the reference exports is: a plain function or a class. */
  exports: Record<string, 'function' | 'class'>
  /** Why it cannot be loaded at all. */
  problem?: { kind: 'load' | 'unreadable'; sentence: string; line?: number }
}

let current: SubmissionFile | undefined

/** The submission whose tests are being declared or run; undefined for any other test. */
export const currentSubmission = (): SubmissionFile | undefined => current

/** Called with the submission of each test file, and with nothing before the next one. */
export function setCurrentSubmission(submission: SubmissionFile | undefined): void {
  current = submission
}

/** To whom a frame belongs; undefined for the harness, for packages, and where nothing is judged. */
export function ownerOf(frame: Frame): 'submission' | 'course' | undefined {
  if (!current || frame.path.includes('/node_modules/')) return undefined
  const [path = '', query = ''] = frame.path.split('?')
  const root = slashed(current.root)
  if (query.startsWith('reference')) return 'course'
  if (path === current.module) return 'submission'
  if (path.startsWith(`${root}/src/`)) return undefined
  return COURSE.some((folder) => path.startsWith(`${root}/${folder}/`)) ? 'course' : 'submission'
}

const COURSE = ['test', 'solutions']

/** A frame of the submission, or of a file that it imports, as people read it. */
export function placeOf({ path, line, column }: Frame): At {
  const [file = ''] = path.split('?')
  if (current?.module === file) return { file: current.file, line, column }
  const root = `${slashed(current?.root ?? '')}/`
  return { file: file.startsWith(root) ? file.slice(root.length) : file, line, column }
}

/** The absolute path of a place. */
export const pathOf = ({ file }: At): string => resolve(current?.root ?? '', file)

/** The submission's own frame that is innermost, as a place. */
export function placeIn(frames: readonly Frame[]): At | undefined {
  const own = frames.find((frame) => ownerOf(frame) === 'submission')
  return own && placeOf(own)
}

/** Whether the submission is among those who call now. Asked often, so it is cheap. */
export const isSubmissionCalling = (): boolean =>
  framesAsTheyRun().some((frame) => ownerOf(frame) === 'submission')

const slashed = (path: string): string => normalize(path).replaceAll('\\', '/').replace(/\/$/, '')
