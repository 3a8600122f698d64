import { setTimeout as wait } from 'node:timers/promises'

import { openInEditor } from './editor.ts'
import { whenLeftAlone } from './left-alone.ts'
import { Loop, type Opening } from './loop.ts'
import { fullScreen, plainScreen, type Input, type Screen } from './screens.ts'
import { firstToSolve, isSolved, type Session } from './session.ts'
import { watchCourse } from './watch.ts'

interface Wanted {
  /** The exercise to open; the first that is not solved when left out. */
  slug?: string | undefined
  /** Whether a verdict is printed below the other, also where there is a screen. */
  plain?: boolean | undefined
}

/**
 * The loop, until the learner leaves: with a screen and keys in a terminal. Elsewhere verdicts are
 * printed, one at least, as long as the standard input is open.
 */
export async function runLive(
  root: string,
  opening: Opening,
  { slug, plain = process.env.TERM === 'dumb' }: Wanted,
): Promise<void> {
  let quit: () => void = () => undefined
  const left = new Promise<void>((resolve) => (quit = resolve))
  const lookNoMore = whenLeftAlone(() => quit())
  const loop: Loop = new Loop(root, opening, {
    show: (session) => screen.show(session),
    follow: (files) => watcher.follow(files),
    edit: (file) => openInEditor(file, { root, env: process.env, lend: (use) => screen.lend(use) }),
    quit,
  })
  const onKey = loop.press.bind(loop)
  const input = hasTerminal() ? undefined : openInput()
  // What is empty says so at once, and is not promised an answer to.
  if (input) await Promise.race([input.ended, wait(EMPTY_BY_NOW)])
  const screen: Screen =
    plain || input
      ? plainScreen(root, input ?? onKey)
      : fullScreen(root, { onKey, onLastScroll: (last) => loop.limitScroll(last) })
  const begun = loop.begin(slug)
  const watcher = watchCourse(root, {
    onSaved: (exercise, file) => void loop.saved(exercise, file),
    onFollowed: (file) => void loop.importSaved(file),
    onCourse: () => loop.courseChanged(),
    onEngine: () => void loop.engineChanged(),
    onReady: () => void loop.engineChanged().then(() => loop.lookAgain()),
  })
  // Not every file system tells of what is written to it: a network drive, a container's mount.
  const glances = setInterval(() => void loop.lookAgain(), GLANCE)
  try {
    await Promise.race([left, begun.then(() => Promise.race([left, input?.ended ?? left]))])
  } finally {
    lookNoMore()
    clearInterval(glances)
    screen.close()
    await Promise.all([loop.close(), watcher.close()])
  }
  console.log(farewell(loop.session))
}

/** Whether there is a screen, and somebody whose keys it hears. */
const hasTerminal = (): boolean => process.stdin.isTTY && process.stdout.isTTY

/** The standard input, in which nobody presses keys: it says no more than that it has ended. */
function openInput(): Input & { ended: Promise<void> } {
  const { stdin } = process
  const input = { isOpen: true, ended: Promise.resolve() }
  input.ended = new Promise((resolve) => {
    const end = () => {
      input.isOpen = false
      resolve()
    }
    for (const event of ['end', 'close', 'error']) stdin.once(event, end)
    stdin.resume()
  })
  return input
}

/** Real milliseconds in which an empty input has ended; the tests get ready meanwhile. */
const EMPTY_BY_NOW = 300
/** Real milliseconds between two looks at the open file that nobody has asked for. */
const GLANCE = 1_000

function farewell({ entries }: Session): string {
  const count = `${entries.filter(isSolved).length} of ${entries.length} solved.`
  const next = firstToSolve(entries)
  return next ? `${count} npm start goes on with ${next.title}.` : `${count} Well done!`
}
