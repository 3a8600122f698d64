import { join, resolve } from 'node:path'
import { watch } from 'chokidar'

import {
  exerciseOf,
  isPartOfAnswer,
  readCourse,
  relativePath,
  type Exercise,
} from '../course/catalog.ts'

interface Listeners {
  /**
   * A learner's file was written, or something else that a verdict on it depends on. One save is
   * told of at least twice.
   */
  onSaved: (exercise: Exercise, file: string) => void
  /** Something else was written that is followed: a path as `Watcher.follow` was given it. */
  onFollowed: (file: string) => void
  /** Exercises have come or gone. */
  onCourse: () => void
  /** What judges has been written. */
  onEngine: () => void
  /** From now on nothing is missed; what was written before may have been. */
  onReady: () => void
}

/**
 * Real milliseconds after which a file is told of once more. chokidar says nothing of what is written
 * within 50 ms of what it has told of, and an editor that formats on save writes twice
 * (`_emit` and `_throttle` of chokidar 5.0).
 */
const ONCE_MORE = 100

const MIRRORS = ['exercises', 'solutions', 'test']
const ENGINE = 'src'

export interface Watcher {
  /** Watches these files, too: relative to the repository, or absolute. */
  follow: (files: readonly string[]) => void
  close: () => Promise<void>
}

/** Watches what verdicts depend on, until the result is closed. */
export function watchCourse(
  root: string,
  { onSaved, onFollowed, onCourse, onEngine, onReady }: Listeners,
): Watcher {
  /** By absolute path: what is followed, as it was called. */
  const followed = new Map<string, string>()
  const watcher = watch(
    [...MIRRORS, ENGINE].map((folder) => join(root, folder)),
    {
      ignoreInitial: true,
      ignored: (path) =>
        /[\\/](mistakes|accepted|hostile)$|\.md$|[\\/]src[\\/].*\.test\.ts$/.test(path),
    },
  )
  const changed = (path: string) => {
    const name = followed.get(path)
    if (name !== undefined) twice(() => onFollowed(name))
    if (relativePath(root, path).startsWith(`${ENGINE}/`)) return twice(onEngine)
    const course = readCourse(root)
    const exercise = exerciseOf(course, root, path)
    if (!exercise) return
    const file = relativePath(root, path)
    const matters =
      [exercise.solution, exercise.test].includes(file) || isPartOfAnswer(exercise, file)
    if (!matters) return
    twice(() => onSaved(exercise, file))
  }
  const twice = (tell: () => void) => {
    tell()
    setTimeout(() => {
      if (!watcher.closed) tell()
    }, ONCE_MORE).unref()
  }
  const courseChanged = (path: string) => {
    if (relativePath(root, path).startsWith('test/')) onCourse()
  }
  watcher
    .on('ready', onReady)
    .on('change', changed)
    .on('add', (path) => {
      courseChanged(path)
      changed(path)
    })
    .on('unlink', changed)
    .on('unlinkDir', courseChanged)
    // Too many files, or a folder without rights: what is watched goes on being watched.
    .on('error', () => undefined)
  return {
    follow(files) {
      for (const file of files) followed.set(resolve(root, file), file)
      watcher.add([...followed.keys()])
    },
    close: () => watcher.close(),
  }
}
