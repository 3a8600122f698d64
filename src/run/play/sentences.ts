import { secondsOf } from '../../timeline/seconds.ts'
import { describe } from '../../harness/sentence.ts'

/** An error that nobody could catch: `where` is `a callback`. */
export const lost = (error: unknown, where: string): string =>
  `An error was thrown in ${where}, where nobody can catch it: ${firstLine(error)}\n` +
  'Such an error ends a Node process. Make it reject a promise that somebody awaits.'

export const unhandled = (error: unknown): string =>
  `A promise was rejected and nobody was listening: ${firstLine(error)}\n` +
  'Such a rejection ends a Node process. Await the promise, or catch its error, before it fails.'

/** The program was rejected; `at` in story milliseconds. */
export const threw = (error: unknown, at: number): string =>
  `The program ended at second ${secondsOf(at)} with an error that nobody caught: ` +
  firstLine(error)

export const notLoaded = (error: unknown): string =>
  `The program cannot be loaded: ${firstLine(error)}`

/** `at` in story milliseconds. */
export const neverSettles = (at: number): string =>
  `The program never reached its end: at second ${secondsOf(at)} nothing was left that could wake ` +
  'it, no timer and no event.\n' +
  'Somewhere a promise is awaited that nobody resolves or rejects.'

/** Both in story milliseconds. */
export const neverEnds = (at: number, promised: number): string =>
  `The story should be over at second ${secondsOf(promised)}, and at second ${secondsOf(at)} the ` +
  'program was still running.\nSomewhere a loop or an interval goes on for ever.'

/** `file` is the answer's path, as people read it. */
export const endsProcess = (file: string): string =>
  `${file} ends the process in which it runs (by process.exit, process.abort or process.kill), ` +
  'and the program with it. Remove that.'

const firstLine = (error: unknown): string => describe(error).split('\n')[0] ?? ''
