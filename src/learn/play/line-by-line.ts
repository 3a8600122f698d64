import type { Exercise } from '../../course/catalog.ts'
import { bars } from './bars.ts'
import { startPlay } from '../../run/play/stage.ts'
import { isFinished, type PlayState } from '../../run/play/state.ts'
import { paint } from '../text.ts'
import { closingLines, heading, printedLine } from './view.ts'

/** Columns where nobody says how many there are. */
const COLUMNS = 80

/**
 * Prints what a program prints as it comes, each line with its second, and the timeline at its end:
 * for whatever is no terminal. Resolves to the exit code: 1 when the play failed.
 */
export async function playLineByLine(
  root: string,
  exercise: Exercise,
  speed: number,
): Promise<number> {
  let told = 0
  const state = await new Promise<PlayState>((resolve) => {
    const play = startPlay(root, exercise, { speed, onChange: () => tell() })
    const tell = () => {
      for (const line of play.state.printed.slice(told))
        console.log(printedLine(line, Infinity, paint))
      told = play.state.printed.length
      if (isFinished(play.state)) void play.stop().then(() => resolve(play.state))
    }
    console.log(heading(play.state))
    // It may have failed before it began.
    tell()
  })
  const size = { columns: COLUMNS, rows: Infinity }
  console.log(['', ...bars(state, state.at, size, paint)].join('\n'))
  const end = closingLines(state, COLUMNS).join('\n')
  if (state.phase === 'over') console.log(`\n${end}`)
  else console.error(`\n${end}`)
  return state.phase === 'over' ? 0 : 1
}
