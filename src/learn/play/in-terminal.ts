import picocolors from 'picocolors'

import type { Exercise } from '../../course/catalog.ts'
import { Terminal, type Keypress } from '../terminal.ts'
import { startPlay } from '../../run/play/stage.ts'
import { isFinished } from '../../run/play/state.ts'
import { playLines } from './view.ts'

/** Real milliseconds between two drawings, if nothing happens meanwhile. */
const FRAME = 100

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
  const play = startPlay(root, exercise, { speed, onChange: () => draw() })
  const linesIn = (columns: number, rows: number) =>
    playLines(play.state, play.now(), { columns, rows }, picocolors)
  const draw = () => {
    const { columns, rows } = terminal
    const lines = linesIn(columns, rows - 1)
    const gap = Array.from({ length: rows - 1 - lines.length }, () => '')
    terminal.draw([...lines, ...gap, picocolors.dim('q ends the play')])
    if (isFinished(play.state)) finish()
  }
  const terminal = new Terminal({
    onKey: (key) => isEnd(key) && finish(),
    onBlank: () => setImmediate(draw),
  })
  const frames = setInterval(draw, FRAME)
  try {
    await finished
  } finally {
    clearInterval(frames)
    terminal.close()
    await play.stop()
  }
  const { phase } = play.state
  if (phase !== 'preparing') console.log(linesIn(terminal.columns, terminal.rows - 1).join('\n'))
  return phase === 'failed' ? 1 : 0
}

const isEnd = ({ name, ctrl }: Keypress): boolean =>
  ctrl ? name === 'c' : name === 'q' || name === 'escape'
