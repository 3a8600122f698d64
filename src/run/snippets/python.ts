import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

import { nameOf, type Ran, type Snippet } from './snippet.ts'

/** How a Python is started: a command, and the arguments that come before all others. */
export type Python = readonly [command: string, ...args: string[]]

const CANDIDATES: Python[] = [['python3'], ['python'], ['py', '-3']]
const NEEDED = [3, 11] as const

/** Real seconds that a snippet may take. */
const PATIENCE = 5
/** Real seconds that Python itself may take to start and to end. */
const STARTING = 30

/** The first of some commands that is a Python of 3.11 or newer; undefined when none is. */
export const findPython = (candidates: readonly Python[] = CANDIDATES): Python | undefined =>
  candidates.find((python) => isNewEnough(versionOf(python)))

/** The sentence for whoever has no such Python. */
export const NO_PYTHON =
  `The lessons show programs in Python, and to run them takes Python ${NEEDED.join('.')} or newer, ` +
  'which is not there as python3, python or py: install it from https://www.python.org.'

function versionOf([command, ...args]: Python): number[] {
  const code = 'import sys; print(*sys.version_info[:2])'
  const { stdout, status } = spawnSync(command, [...args, '-c', code], {
    encoding: 'utf8',
    timeout: STARTING * 1_000,
    windowsHide: true,
  })
  return status === 0 ? stdout.trim().split(' ').map(Number) : []
}

const isNewEnough = ([major = 0, minor = 0]: number[]): boolean =>
  major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])

/**
 * Runs snippets under a loop whose time jumps, or on the real clock where their output has no
 * seconds; what has no output is only compiled. One process plays them all, and where a snippet
 * takes it down, another plays the rest. `patience` is in real seconds for each snippet.
 */
export function runInPython(
  root: string,
  python: Python,
  snippets: readonly Snippet[],
  patience: number = PATIENCE,
): Map<string, Ran> {
  const ran = new Map<string, Ran>()
  while (ran.size < snippets.length) {
    const rest = snippets.slice(ran.size)
    const { answers, lastWords } = startPlayer(root, python, rest, patience)
    for (const [index, answer] of answers.entries()) {
      const snippet = rest[index]
      if (snippet) ran.set(nameOf(snippet), answer)
    }
    const culprit = rest[answers.length]
    if (culprit) ran.set(nameOf(culprit), takenDownBy(culprit, lastWords, patience))
  }
  return ran
}

function startPlayer(
  root: string,
  [command, ...args]: Python,
  snippets: readonly Snippet[],
  patience: number,
): { answers: Ran[]; lastWords: string } {
  const player = join(root, 'src', 'run', 'python', 'play.py')
  const { stdout, stderr } = spawnSync(command, [...args, '-X', 'utf8', '-B', player], {
    cwd: root,
    encoding: 'utf8',
    input: JSON.stringify({ patience, snippets: snippets.map(toRun) }),
    maxBuffer: 256 * 1_024 * 1_024,
    timeout: (STARTING + patience * snippets.length) * 1_000,
    windowsHide: true,
  })
  return { answers: answersIn(stdout), lastWords: stderr }
}

const toRun = (snippet: Snippet) => ({
  file: snippet.page.file,
  line: snippet.line,
  code: snippet.code,
  mode: snippet.output ? (snippet.output.real ? 'real' : 'story') : 'compile',
})

/** Whole lines only: the last one may have been cut off. */
const answersIn = (stdout: string): Ran[] =>
  stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const { printed, error } = JSON.parse(line) as { printed: string[]; error: Ran['error'] }
      return error ? { printed, error } : { printed }
    })

function takenDownBy(snippet: Snippet, lastWords: string, patience: number): Ran {
  const place = lastWords.split(`File "${snippet.page.file}", line `)[1]
  const line = place ? Number.parseInt(place, 10) : snippet.line
  const message = lastWords.includes('Timeout (')
    ? `never ends: it was still running after ${patience} real seconds.`
    : `ended the whole Python process: ${lastWords.trim().split('\n').at(-1) ?? ''}`
  return { printed: [], error: { line, message } }
}
