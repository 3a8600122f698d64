import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { watch, type FSWatcher } from 'chokidar'

import { exerciseOf, readCourse, relativePath, type Exercise } from '../catalog.ts'

interface Listeners {
  /** A learner's file was written, or something else that a verdict on it depends on. */
  onSaved: (exercise: Exercise, file: string) => void
  /** Exercises have come or gone. */
  onCourse: () => void
  /** From now on nothing is missed; what was written before may have been. */
  onReady: () => void
}

/** Real milliseconds in which an editor that empties or renames a file has written it again. */
const SETTLES = 150

const MIRRORS = ['exercises', 'solutions', 'test']

/** Watches what verdicts depend on, until the result is closed. */
export function watchCourse(root: string, { onSaved, onCourse, onReady }: Listeners): FSWatcher {
  const watcher = watch(
    MIRRORS.map((mirror) => join(root, mirror)),
    {
      ignoreInitial: true,
      ignored: (path) => /[\\/](mistakes|accepted|hostile)$|\.md$/.test(path),
    },
  )
  const changed = (path: string) => {
    const course = readCourse(root)
    const exercise = exerciseOf(course, root, path)
    const file = relativePath(root, path)
    if (!exercise || ![exercise.stub, exercise.solution, exercise.test].includes(file)) return
    if (isThere(path)) onSaved(exercise, file)
    else setTimeout(() => onSaved(exercise, file), SETTLES)
  }
  const courseChanged = (path: string) => {
    if (relativePath(root, path).startsWith('test/')) onCourse()
  }
  return (
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
  )
}

/** An empty file is most often one that is just being written. */
const isThere = (path: string): boolean => existsSync(path) && statSync(path).size > 0
