import type { Canvas } from './text.ts'
import { lines } from './text.ts'

const KEYS = [
  ['n', 'the next exercise; asks before it skips one that is not solved'],
  ['h', 'a hint, and the next one with each further key'],
  ['s', 'the reference solution beside yours, once yours is right'],
  ['p', 'play: the program of the lesson with your answer, at the pace of the story'],
  ['l', 'the list of all exercises, to look through and to search'],
  ['r', 'reset: the stub as it was; your file is kept, and you are told where'],
  ['o', 'opens the file in your editor ($VISUAL, $EDITOR, or the one that is running)'],
  ['v', 'all that your code has printed'],
  ['q', 'quits; Ctrl-C does, too. Everything is in your files, and nowhere else'],
] as const

const PICTURES = [
  ['.', 'not started yet', '=', 'in flight'],
  ['>', 'resolved', 'x', 'rejected'],
  ['!', 'aborted', '~', 'never settled'],
  ['|', 'an instant', '+', 'cut at the edge'],
] as const

/** What every key does, and how a picture is read. */
export function helpPage({ columns, paint }: Canvas): string[] {
  return [
    paint.bold(' Keys'),
    ...KEYS.flatMap(([key, what]) => {
      const [first = '', ...rest] = lines(what, columns - 1, 5)
      return [`   ${paint.bold(key)} ${first.slice(5)}`, ...rest]
    }),
    '',
    paint.bold(' Pictures') + paint.dim(': one column is one second of the story'),
    ...PICTURES.map(
      ([a, one, b, two]) => `   ${paint.bold(a)} ${one.padEnd(20)} ${paint.bold(b)} ${two}`,
    ),
  ]
}
