import { exerciseNamed, readCourse } from '../course/catalog.ts'
import { resetStub } from '../course/stubs.ts'

const USAGE = `npm run reset -- EXERCISE
  Puts the stub of an exercise back. Your file is kept, and you are told where.`

/** `npm run reset`: the exit code is 1 when it refuses, 2 when it was called wrongly. */
export function main(root: string, args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || rest.length > 0) {
    console.error(USAGE)
    return Promise.resolve(2)
  }
  try {
    const exercise = exerciseNamed(readCourse(root), name)
    console.log(resetSentence(exercise.stub, resetStub(root, exercise)))
    return Promise.resolve(0)
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    return Promise.resolve(1)
  }
}

/** What a reset did, for the learner. */
export const resetSentence = (stub: string, { kept }: { kept: string | undefined }): string =>
  kept === undefined
    ? `${stub} is the stub, as it was.`
    : `${stub} is the stub again. Your version is kept in ${kept}.`
