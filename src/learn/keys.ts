import { isFinished } from '../run/play/state.ts'
import {
  chapterToLookBackAt,
  entryOf,
  found,
  hintsIn,
  isSolved,
  isSolvedNow,
  nextOf,
  VERDICT,
  type Page,
  type Session,
} from './session.ts'
import type { Keypress } from './terminal.ts'

/** What a key asks for that is more than another look at the screen. */
export type Action =
  | { readonly do: 'open'; readonly slug: string }
  | { readonly do: 'edit' | 'play' | 'reset' | 'solution' | 'stop playing' | 'quit' }

/** The session after a key, and what the key asks for, if anything. */
export type Pressed = readonly [session: Session, action?: Action]

/** What a key does. Nothing happens here but what can be seen on the screen. */
export function press(before: Session, key: Keypress): Pressed {
  if (key.ctrl) return key.name === 'c' || key.name === 'd' ? quit(before) : [before]
  const session = { ...before, notice: '', greets: false }
  if (SCROLL[key.name] !== undefined && session.page.kind !== 'list') return scrolled(session, key)
  switch (session.page.kind) {
    case 'list':
      return inList(session, session.page, key)
    case 'ask':
      return answered(session, session.page, key)
    case 'play':
      if (isFinished(session.page.play)) return onAnyPage(session, key)
      return key.name === 'p' || isBack(key) ? [session, { do: 'stop playing' }] : [session]
    default:
      return onAnyPage(session, key)
  }
}

const isBack = ({ name }: Keypress): boolean =>
  name === 'escape' || name === 'return' || name === 'q'

function quit(session: Session): Pressed {
  return [session, { do: 'quit' }]
}

const turnTo = (session: Session, page: Page): Session => ({ ...session, page, scroll: 0 })

/** The keys of most pages: what the line below the page says of them, and what the help does. */
export const KEYS = [
  ['n', 'next', 'the next exercise; asks before it skips one that is not solved'],
  ['h', 'hint', 'a hint, and the next one with each further key'],
  ['s', 'solution', 'the reference solution beside yours, once yours is right'],
  ['p', 'play', 'play: the program of the lesson with your answer, at the pace of the story'],
  ['l', 'list', 'the list of all exercises, to look through and to search'],
  ['r', 'reset', 'reset: the file as handed out; yours is kept, and you are told where'],
  ['o', 'open', 'opens the file in your editor ($VISUAL, or the one that is running)'],
  ['v', '', 'all that your code has printed'],
  ['?', 'help', ''],
  ['q', 'quit', 'quits; Ctrl-C does, too. Everything is in your files, and nowhere else'],
] as const

const PRESSED: Record<(typeof KEYS)[number][0], (session: Session) => Pressed> = {
  n: next,
  h: hint,
  s: solution,
  p: (session) => [session, { do: 'play' }],
  l: (session) => [turnTo(session, { kind: 'list', search: '', selected: placeOf(session) })],
  r: (session) => [turnTo(session, { kind: 'ask', question: RESET, then: 'reset' })],
  o: (session) => [session, { do: 'edit' }],
  v: (session) => [turnTo(session, { kind: 'printed' })],
  '?': (session) => [turnTo(session, { kind: 'help' })],
  q: quit,
}

function onAnyPage(session: Session, pressed: Keypress): Pressed {
  if (isBack(pressed) && session.page.kind !== 'verdict') return [turnTo(session, VERDICT)]
  const key = KEYS.find(([key]) => key === pressed.text)?.[0]
  return key ? PRESSED[key](session) : [session]
}

const RESET = 'Put the file back as it was handed out? Yours is kept, and you are told where.'

const placeOf = (session: Session): number => session.entries.indexOf(entryOf(session))

/** Nobody is moved on without being asked. */
function next(session: Session): Pressed {
  const entry = nextOf(session)
  if (isSolvedNow(session) || isSolved(entryOf(session))) {
    const chapter = chapterToLookBackAt(session)
    if (chapter !== undefined) {
      const lookedBackAt = [...session.lookedBackAt, chapter]
      return [turnTo({ ...session, lookedBackAt }, { kind: 'believed' })]
    }
    return entry
      ? [session, { do: 'open', slug: entry.exercise.slug }]
      : [turnTo(session, { kind: 'finale' })]
  }
  if (!entry || entry === entryOf(session)) {
    return [{ ...session, notice: 'This is the last one that is not solved.' }]
  }
  const question =
    session.judged?.holdsTodo && session.judged.verdict.solved
      ? 'It is right, but its TODO is still there, so it counts as not started. Go on all the same?'
      : `${entryOf(session).title} is not solved yet. Skip it for now?`
  return [turnTo(session, { kind: 'ask', question, then: 'skip' })]
}

function hint(session: Session): Pressed {
  if (!session.lesson) return [{ ...turnTo(session, { kind: 'hints' }), hintsSeen: 1 }]
  const hints = hintsIn(session).length
  if (hints === 0) return [{ ...session, notice: 'This exercise has no hints.' }]
  // The first look at the page again shows what was seen already; each further key shows one more.
  const more = session.page.kind === 'hints' || session.hintsSeen === 0
  const hintsSeen = more ? Math.min(session.hintsSeen + 1, hints) : session.hintsSeen
  return [{ ...turnTo(session, { kind: 'hints' }), hintsSeen }]
}

function solution(session: Session): Pressed {
  if (session.judged?.verdict.solved) return [session, { do: 'solution' }]
  const { solution: file } = entryOf(session).exercise
  const notice = `The reference solution opens here when yours is right. Stuck? It lies in ${file}.`
  return [{ ...session, notice }]
}

function answered(
  session: Session,
  page: Extract<Page, { kind: 'ask' }>,
  { text, name }: Keypress,
): Pressed {
  const back = turnTo(session, VERDICT)
  if (text === 'y' || text === 'Y') {
    const entry = nextOf(session)
    if (page.then === 'reset') return [back, { do: 'reset' }]
    return entry ? [back, { do: 'open', slug: entry.exercise.slug }] : [back]
  }
  return text === 'n' || text === 'N' || name === 'escape' || name === 'q' ? [back] : [session]
}

function inList(session: Session, page: Extract<Page, { kind: 'list' }>, key: Keypress): Pressed {
  const { search, selected } = page
  const hits = found(session.entries, search)
  const look = (change: Partial<typeof page>): Pressed => [
    { ...session, page: { ...page, ...change } },
  ]
  const hit = hits[selected]
  if (key.name === 'escape')
    return search === '' ? [turnTo(session, VERDICT)] : look({ search: '' })
  if (key.name === 'return') {
    return hit ? [turnTo(session, VERDICT), { do: 'open', slug: hit.exercise.slug }] : [session]
  }
  if (key.name === 'backspace') return look({ search: search.slice(0, -1), selected: 0 })
  const step = SCROLL[key.name]
  if (step !== undefined) {
    return look({ selected: Math.max(0, Math.min(hits.length - 1, selected + step)) })
  }
  return isTyped(key.text) ? look({ search: search + key.text, selected: 0 }) : [session]
}

const isTyped = (text: string): boolean => /^[\x20-\x7e\u00a0-\uffff]$/.test(text)

/** Keys that move, and by how many lines. */
const SCROLL: Record<string, number> = {
  up: -1,
  down: 1,
  pageup: -10,
  pagedown: 10,
  home: -1_000,
  end: 1_000,
}

/** How far down there is something to see is known where it is drawn. */
const scrolled = (session: Session, { name }: Keypress): Pressed => [
  { ...session, scroll: Math.max(0, session.scroll + (SCROLL[name] ?? 0)) },
]
