import type { Exercise } from '../../course/catalog.ts'
import type { Play } from '../../run/play/stage.ts'
import { isFinished } from '../../run/play/state.ts'
import { paint } from '../text.ts'
import { Terminal, type Keypress } from '../terminal.ts'
import { drawPlay } from './live-play.ts'
import { playLines } from './view.ts'

/**
 * Draws a play live, on the whole terminal, until it is finished or somebody ends it. The last
 * drawing stays in the normal screen. Resolves to the exit code: 1 when the play failed.
 */
export async function playInTerminal(
  root: string,
  exercise: Exercise,
  speed: number,
): Promise<number> {
  let finish: () => void = () => undefined
  const finished = new Promise<void>((resolve) => (finish = resolve))
  let latest: Play | undefined
  const terminal = new Terminal({
    onKey: (key) => isEnd(key) && finish(),
    onBlank: () => latest && draw(latest),
  })
  const stop = drawPlay(root, exercise, speed, draw)
  await finished
  terminal.close()
  await stop()
  if (latest && latest.state.phase !== 'preparing') console.log(linesOf(latest).join('\n'))
  return latest?.state.phase === 'failed' ? 1 : 0

  function draw(play: Play): void {
    latest = play
    const lines = linesOf(play)
    const gap = Array.from({ length: process.stdout.rows - 1 - lines.length }, () => '')
    terminal.draw([...lines, ...gap, paint.dim('q ends the play')])
    if (isFinished(play.state)) finish()
  }

  function linesOf(play: Play): string[] {
    const { columns, rows } = process.stdout
    return playLines(play.state, play.now(), { columns, rows: rows - 1 }, paint)
  }
}

const isEnd = ({ name, ctrl }: Keypress): boolean =>
  ctrl ? name === 'c' : name === 'q' || name === 'escape'
