import { Clock } from '../../clock/clock.ts'
import { installClock } from '../../clock/current-clock.ts'
import { nativeTimers } from '../../clock/native-timers.ts'
import { describe } from '../../harness/sentence.ts'
import { DAY } from '../../timeline/seconds.ts'
import { collectPrinted } from './printed.ts'
import { runToTheEnd, Stuck } from './run-to-the-end.ts'
import type { Played } from './snippet.ts'

/** What the worker must know of a snippet. */
export interface SnippetToPlay {
  name: string
  /** The module whose default export runs it. */
  id: string
  line: number
  /** On the real clock, and without seconds in the output. */
  real: boolean
}

type Program = () => Promise<void>

/**
 * Runs a snippet and collects what it prints. On the virtual clock it goes on as Node would, until
 * nothing is left that could run; on the real one until its last line has been reached.
 */
export async function play(snippet: SnippetToPlay): Promise<Played> {
  const clock = snippet.real ? undefined : new Clock()
  const printed = collectPrinted(() => (clock ? stamp(clock.now) : ''))
  let uninstall: () => void = () => undefined
  try {
    const { default: program } = (await import(snippet.id)) as { default: Program }
    if (clock) uninstall = installClock(clock)
    await runToTheEnd(async () => {
      await program()
      await clock?.drain(DAY)
      await turn()
    }, clock)
    return { printed: printed.lines }
  } catch (error) {
    return { printed: printed.lines, error: described(error, snippet) }
  } finally {
    clock?.close()
    await turn()
    uninstall()
    printed.stop()
  }
}

/** Node reports what nobody handles at the end of a turn; the next snippet is not to blame for it. */
const turn = (): Promise<void> => new Promise((resolve) => void nativeTimers.setImmediate(resolve))

/** As Python stamps its lines: at most two places, and none for a whole second. */
const stamp = (ms: number): string => ` @${Math.round(ms / 10) / 100}`

/** What went wrong, and the line of the README where it did, as far as that is known. */
function described(error: unknown, { name, line }: SnippetToPlay): Played['error'] {
  const file = name.slice(name.lastIndexOf('/') + 1)
  if (error instanceof Stuck) {
    const place = error.frames.find(({ url }) => url.includes(file))
    return { line: place?.line ?? line, message: error.message }
  }
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const [message = ''] = describe(error).split('\n')
  const found = Number(stack.split(`${file}:`)[1]?.split(':')[0])
  return { line: found || line, message: `throws ${message.replace(/\.$/, '')}.` }
}
