import { describe } from '../../harness/sentence.ts'
import { Story } from '../../harness/story.ts'
import { secondsOf } from '../../timeline/seconds.ts'
import { replaceConsole } from '../console.ts'
import { runProgram, type Ending } from '../run-program.ts'
import type { Ran } from './snippet.ts'

/** What the worker must know of a snippet. */
export interface SnippetToRun {
  name: string
  /** The module whose default export runs it. */
  id: string
  line: number
  /** On the real clock, and without seconds in the output. */
  real: boolean
}

/** Real milliseconds of work that a snippet may take. */
const PATIENCE = 5_000
/** Lines after which no more is kept: a loop that prints must not fill the memory. */
const MOST_LINES = 1_000

/**
 * Runs a snippet and collects what it prints. On the virtual clock it goes on as Node would, until
 * nothing is left that could run; on the real one until its last line has been reached.
 */
export async function runSnippet(snippet: SnippetToRun): Promise<Ran> {
  const { id, real } = snippet
  const story = real ? new Story({ rate: 1, seesAll: false }) : new Story()
  const printed: string[] = []
  // As Python stamps its lines: at most two places, and none for a whole second.
  const stamp = () => (real ? '' : ` @${secondsOf(story.clock.now)}`)
  const restoreConsole = replaceConsole((lines) => {
    if (printed.length < MOST_LINES) printed.push(...lines.map((line) => line + stamp()))
  })
  try {
    const { default: program } = (await import(id)) as { default: () => Promise<void> }
    const obeyed = real ? { obeyedBy: () => false } : {}
    const ending = await runProgram(story, program, { patience: PATIENCE, ...obeyed })
    return ending.failure ? { printed, error: described(ending, snippet) } : { printed }
  } catch (error) {
    return { printed, error: described({ thrown: { error } }, snippet) }
  } finally {
    restoreConsole()
  }
}

/** What went wrong, and the line of the README where it did, as far as that is known. */
function described({ failure, thrown }: Ending, { name, line }: SnippetToRun): Ran['error'] {
  const file = name.slice(name.lastIndexOf('/') + 1)
  if (thrown) {
    const stack = thrown.error instanceof Error ? (thrown.error.stack ?? '') : ''
    const found = Number(stack.split(`${file}:`)[1]?.split(':')[0])
    return { line: found || line, message: `throws ${describe(thrown.error).replace(/\.$/, '')}.` }
  }
  const at = failure?.at?.file.includes(file) ? failure.at.line : line
  const sentence = failure?.sentence.replaceAll('\n', ' ') ?? ''
  return { line: at, message: `does not come to its end. ${sentence}` }
}
