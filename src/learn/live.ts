import { openInEditor } from './editor.ts'
import { Loop, type Opening } from './loop.ts'
import { fullScreen, plainScreen, printer, type Screen } from './screens.ts'
import { firstToSolve, isSolved, type Session } from './session.ts'
import { watchCourse } from './watch.ts'

/** In a terminal: the loop with a screen and keys, until the learner leaves. */
export async function runLive(
  root: string,
  opening: Opening,
  slug: string | undefined,
): Promise<void> {
  let quit: () => void = () => undefined
  const left = new Promise<void>((resolve) => (quit = resolve))
  const loop: Loop = new Loop(root, opening, {
    show: (session) => screen.show(session),
    follow: (files) => watcher.follow(files),
    edit: (file) => openInEditor(file, { root, env: process.env, lend: (use) => screen.lend(use) }),
    quit,
  })
  const screen = screenFor(root, loop)
  const begun = loop.begin(slug)
  const watcher = watchCourse(root, {
    onSaved: (exercise, file) => void loop.saved(exercise, file),
    onFollowed: (file) => void loop.importSaved(file),
    onCourse: () => loop.courseChanged(),
    onReady: () => void loop.lookAgain(),
  })
  // Not every file system tells of what is written to it: a network drive, a container's mount.
  const glances = setInterval(() => void loop.lookAgain(), GLANCE)
  // A shell that npm has started passes no signal on. On Windows the number stays what it was.
  const parent = process.ppid
  const looks = setInterval(() => process.ppid === parent || quit(), LOOKS_EVERY)
  try {
    await Promise.race([left, begun.then(() => left)])
  } finally {
    clearInterval(looks)
    clearInterval(glances)
    screen.close()
    await Promise.all([loop.close(), watcher.close()])
  }
  console.log(farewell(loop.session))
}

/** Without a terminal: judges the exercise and prints the screen once. */
export async function printOnce(
  root: string,
  opening: Opening,
  slug: string | undefined,
): Promise<void> {
  const loop = new Loop(root, opening)
  try {
    await loop.begin(slug)
    printer(root)(loop.session)
  } finally {
    await loop.close()
  }
}

/** Real milliseconds between two looks at the open file that nobody has asked for. */
const GLANCE = 1_000
/** Real milliseconds between two looks at who has started this process. */
const LOOKS_EVERY = 500

function screenFor(root: string, loop: Loop): Screen {
  const onKey = loop.press.bind(loop)
  return process.env.TERM === 'dumb'
    ? plainScreen(root, onKey)
    : fullScreen(root, { onKey, onLastScroll: (last) => loop.limitScroll(last) })
}

function farewell({ entries }: Session): string {
  const count = `${entries.filter(isSolved).length} of ${entries.length} solved.`
  const next = firstToSolve(entries)
  return next ? `${count} npm start goes on with ${next.title}.` : `${count} Well done!`
}
