import { parseArgs } from 'node:util'

import { exerciseNamed, readCourse } from './catalog.ts'
import { openInEditor } from './loop/editor.ts'
import { FullScreen, type Screen } from './loop/full-screen.ts'
import { Loop } from './loop/loop.ts'
import { PlainScreen } from './loop/plain-screen.ts'
import { isSolved, type Session } from './loop/session.ts'
import { watchCourse } from './loop/watch.ts'

const USAGE = `npm start                  opens the first exercise that is not solved
npm start -- EXERCISE      opens this one: limit, 6.1

Save the file, and it is judged. Press ? for the keys, q to leave.`

/** `npm start`: the learner's loop. The exit code is 2 when it was called wrongly, else 0. */
export async function main(root: string, args: readonly string[]): Promise<number> {
  try {
    const slug = readArguments(root, args)
    if (slug === null) console.log(USAGE)
    else if (process.stdout.isTTY) await sit(root, slug)
    else await look(root, slug)
    return 0
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    return 2
  }
}

/** The exercise that is asked for; null asks for help. */
function readArguments(root: string, args: readonly string[]): string | null | undefined {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { help: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const [name, ...rest] = positionals
  if (values.help) return null
  if (rest.length > 0) throw new Error(`One exercise at a time, please.\n\n${USAGE}`)
  return name === undefined ? undefined : exerciseNamed(readCourse(root), name).slug
}

/** Without a terminal: prints the screen once. */
async function look(root: string, slug: string | undefined): Promise<void> {
  const nowhere = { show: () => undefined, edit: () => Promise.resolve(''), quit: () => undefined }
  const loop = new Loop(root, nowhere)
  try {
    await loop.begin(slug)
    const streams = { input: process.stdin, output: process.stdout }
    new PlainScreen(root, streams, () => undefined).print(loop.session)
  } finally {
    await loop.close()
  }
}

/** In a terminal: stays until it is left. */
async function sit(root: string, slug: string | undefined): Promise<void> {
  let quit: () => void = () => undefined
  const left = new Promise<void>((resolve) => (quit = resolve))
  const loop: Loop = new Loop(root, {
    show: (session) => screen.show(session),
    edit: (file) => openInEditor(file, { root, env: process.env, lend: (use) => screen.lend(use) }),
    quit,
  })
  const screen = screenFor(root, loop)
  const watcher = watchCourse(root, {
    onSaved: (exercise, file) => void loop.saved(exercise, file),
    onCourse: () => loop.courseChanged(),
  })
  try {
    await Promise.race([left, loop.begin(slug).then(() => left)])
  } finally {
    screen.close()
    await Promise.all([loop.close(), watcher.close()])
  }
  console.log(farewell(loop.session))
}

function screenFor(root: string, loop: Loop): Screen {
  const streams = { input: process.stdin, output: process.stdout }
  const onKey = loop.press.bind(loop)
  if (process.env.TERM === 'dumb') return new PlainScreen(root, streams, onKey)
  return new FullScreen(root, streams, { onKey, onLastScroll: (last) => loop.limitScroll(last) })
}

function farewell(session: Session): string {
  const { entries } = session
  const solved = entries.filter(isSolved).length
  const next = entries.find((entry) => !isSolved(entry))
  const count = `${solved} of ${entries.length} solved.`
  return next ? `${count} npm start goes on with ${next.title}.` : `${count} Well done!`
}
