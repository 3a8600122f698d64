import { onOneLine } from '../mistake-header.ts'

/** The tests have not judged the answer: it could not be loaded, or took too long. */
const GAVE_UP =
  /Test timed out|was not loaded|could not be loaded|while it is loaded|syntax error|exports no\b|exports `\w+` as/

/** Whoever began such a stub would see the harness at work, and not the exercise. */
const STOPPED = /An endless loop|The test was still running after|An error was thrown in/

/** What the engine says of a program that trips over itself. */
const TRIPPED =
  /Cannot (read|set|access|destructure)|is not (a function|iterable|defined|a constructor)\b|Maximum call stack|Assignment to constant/

/** Whether a failure only says that the submission could not be judged. */
export const gaveUp = (message: string): boolean => GAVE_UP.test(onOneLine(message))

/**
 * Whether a failure is anything but an assertion about what a stub does: the tests gave up, or it
 * tripped, or threw an error of its own making. `source` is the stub. A verdict holds no more than
 * the messages, hence the words.
 */
export function noAssertion(message: string, source: string): boolean {
  const said = onOneLine(message)
  if (GAVE_UP.test(said) || STOPPED.test(said)) return true
  if (/\bexpected\b/.test(said)) return false
  return TRIPPED.test(said) || thrownBy(source).some((words) => said.includes(words))
}

/** The words of the errors that a source makes. */
const thrownBy = (source: string): string[] =>
  [...source.matchAll(/Error\(\s*(['"`])(.+?)\1/gs)].map(([, , words = '']) => onOneLine(words))
