import type { Exercise } from '../../course/catalog.ts'
import { startPlay, type Play } from '../../run/play/stage.ts'

/** Real milliseconds between two drawings, if nothing happens meanwhile. */
const FRAME = 100

/** Starts a play that is drawn after each change and ten times a second. Call the result to stop it. */
export function drawPlay(
  root: string,
  exercise: Exercise,
  speed: number,
  draw: (play: Play) => void,
): () => Promise<void> {
  const play = startPlay(root, exercise, { speed, onChange: () => draw(play) })
  const frames = setInterval(() => draw(play), FRAME)
  draw(play)
  return () => {
    clearInterval(frames)
    return play.stop()
  }
}
