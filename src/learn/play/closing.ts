import { secondsOf } from '../../timeline/seconds.ts'
import type { PlayState } from '../../run/play/state.ts'

/** How a play ended, or what it is at the end of: a sentence, or nothing while the program runs. */
export function closing({ phase, problem, ended, at, spans }: PlayState): string {
  if (problem !== undefined) return problem
  if (ended === undefined) return ''
  const late = spans.filter(({ kind, end = Infinity }) => kind === 'wait' && end > ended)
  const open = late.filter(({ end }) => end === undefined).length
  const reached = `The program reached its end at second ${secondsOf(ended)}`
  if (phase !== 'over') {
    return open === 0 ? `${reached}.` : `${reached}; ${waits(open)} still ${verb(open, 'run')}.`
  }
  if (late.length === 0) return `${reached}, and nothing was left running.`
  return open === 0
    ? `${reached}; after that, ${waits(late.length)} ran until second ${secondsOf(at)}.`
    : `${reached}; ${waits(open)} ${open === 1 ? 'was' : 'were'} still running at second ` +
        `${secondsOf(at)}, when the play was stopped.`
}

const waits = (count: number): string => `${count} wait${count === 1 ? '' : 's'}`

const verb = (count: number, plural: string): string => (count === 1 ? `${plural}s` : plural)
