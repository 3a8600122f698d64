import type { Exercise } from '../course/catalog.ts'
import type { Lesson } from '../course/lesson.ts'
import type { PlayState } from '../run/play/state.ts'
import type { Objection } from '../judge/type-service.ts'
import type { Verdict } from '../judge/verdict.ts'
import type { Met } from './terms.ts'

/** What is known of an exercise in this clone: judged, and not remembered. */
export type Status = 'solved' | 'wrong' | 'not started' | 'not judged'

/** An exercise on the way through the course. */
export interface Entry {
  readonly exercise: Exercise
  /** `1.3 Chained handlers`. */
  readonly title: string
  /** `Chapter 1: The post`. */
  readonly chapter: string
  readonly status: Status
}

/** What was said of the learner's file as it is now. */
export interface Judged {
  readonly verdict: Verdict
  /** Right in virtual time, and the wall clock has not answered yet. */
  readonly confirming: boolean
  /** The file still says that it is not started. */
  readonly holdsTodo: boolean
  /** What somebody believes whose file fails exactly like this one. */
  readonly beliefs: readonly string[]
  /** What TypeScript has to say against it; it turns nothing red. */
  readonly objection?: Objection | undefined
}

/** A belief that this run has shown, and the test that has shown otherwise. */
export interface Believed {
  readonly slug: string
  readonly belief: string
  readonly test: string
}

/** What the screen shows below the exercise's title. */
export type Page =
  | { readonly kind: 'verdict' }
  | { readonly kind: 'printed' }
  | { readonly kind: 'hints' }
  | { readonly kind: 'help' }
  | { readonly kind: 'finale' }
  | { readonly kind: 'believed' }
  | { readonly kind: 'solution'; readonly rows: readonly DiffRow[] }
  | { readonly kind: 'list'; readonly search: string; readonly selected: number }
  | { readonly kind: 'ask'; readonly question: string; readonly then: 'skip' | 'reset' }
  | { readonly kind: 'play'; readonly play: PlayState; readonly now: number }

/** All that the screen can show, as data. */
export interface Session {
  readonly entries: readonly Entry[]
  /** The exercise that is open. */
  readonly slug: string
  readonly lesson: Lesson | undefined
  readonly judged: Judged | undefined
  /** A verdict takes longer than usual. */
  readonly busy: boolean
  readonly page: Page
  readonly hintsSeen: number
  /** In this run, and kept nowhere else. */
  readonly believed: readonly Believed[]
  /** Chapters at whose end one has looked back at what one believed. */
  readonly lookedBackAt: readonly string[]
  readonly met: Met
  /** What has just happened, in a sentence; the next key takes it away. */
  readonly notice: string
  readonly greets: boolean
  /** Lines of the page that are above the upper edge. */
  readonly scroll: number
}

export const VERDICT: Page = { kind: 'verdict' }

/** A session that has opened an exercise, and knows nothing of it yet. */
export const sessionAt = (entries: readonly Entry[], slug: string): Session => ({
  entries,
  slug,
  lesson: undefined,
  judged: undefined,
  busy: false,
  page: VERDICT,
  hintsSeen: 0,
  believed: [],
  lookedBackAt: [],
  met: {},
  notice: '',
  greets: false,
  scroll: 0,
})

/** The entry that is open. */
export function entryOf({ entries, slug }: Session): Entry {
  const entry = entries.find(({ exercise }) => exercise.slug === slug) ?? entries[0]
  if (!entry) throw new Error('The course has no exercise: test/ is empty.')
  return entry
}

/** A line of the learner's file and one of the reference; undefined where only the other has one. */
export interface DiffRow {
  yours: string | undefined
  reference: string | undefined
  same: boolean
}

export const isSolved = ({ status }: Entry): boolean => status === 'solved'

/** Where a learner goes on: the first exercise that is not solved. */
export const firstToSolve = (entries: readonly Entry[]): Entry | undefined =>
  entries.find((entry) => !isSolved(entry))

/** The hints of the open exercise, if its lesson has been read. */
export const hintsIn = ({ lesson }: Session): Lesson['folded'] =>
  lesson?.folded.filter(({ section }) => section === 'Hints') ?? []

/** Whether the open exercise is solved: right on both clocks, and its TODO is gone. */
export const isSolvedNow = ({ judged }: Session): boolean =>
  judged !== undefined && judged.verdict.solved && !judged.confirming && !judged.holdsTodo

/** The first exercise behind the open one that is not solved, and before it when there is none. */
export function nextOf(session: Session): Entry | undefined {
  const { entries } = session
  const at = entries.indexOf(entryOf(session))
  return [...entries.slice(at + 1), ...entries.slice(0, at)].find((entry) => !isSolved(entry))
}

/** The session after an exercise's status has become known. */
export const withStatus = (session: Session, slug: string, status: Status): Session => ({
  ...session,
  entries: session.entries.map((entry) =>
    entry.exercise.slug === slug ? { ...entry, status } : entry,
  ),
})

/** The session after it has become known what somebody believes; of several nobody knows which it was. */
export function withBeliefs(session: Session, beliefs: readonly string[]): Session {
  const { judged, slug, believed } = session
  if (!judged) return session
  const [belief, ...others] = beliefs
  const test = judged.verdict.tests.find(({ state }) => state === 'failed')?.title
  const isKnown = believed.some((one) => one.slug === slug && one.belief === belief)
  const isNews = belief !== undefined && test !== undefined && others.length === 0 && !isKnown
  return {
    ...session,
    judged: { ...judged, beliefs },
    believed: isNews ? [...believed, { slug, belief, test }] : believed,
  }
}

/** What was believed in a chapter, in the course's order; in all of them without one. */
export const believedIn = (
  { entries, believed }: Session,
  chapter?: string,
): readonly (Believed & { title: string })[] =>
  entries
    .filter((entry) => chapter === undefined || entry.chapter === chapter)
    .flatMap(({ title, exercise: { slug } }) =>
      believed.filter((one) => one.slug === slug).map((one) => ({ ...one, title })),
    )

/** The chapter of the open exercise, where it has come to its end and there is something to look back at. */
export function chapterToLookBackAt(session: Session): string | undefined {
  const { chapter } = entryOf(session)
  const isOver = session.entries.every((entry) => entry.chapter !== chapter || isSolved(entry))
  const isNew = !session.lookedBackAt.includes(chapter)
  return isOver && isNew && believedIn(session, chapter).length > 0 ? chapter : undefined
}

/**
 * Entries of a course that has changed, with what was known before of those about which nothing new
 * is known: a verdict that may be another one the next time is in no cache.
 */
export const withStatusesOf = (before: readonly Entry[], entries: readonly Entry[]): Entry[] =>
  entries.map((entry) => {
    const known = before.find(({ exercise }) => exercise.path === entry.exercise.path)
    return entry.status === 'not judged' && known ? { ...entry, status: known.status } : entry
  })

/** The entries that a search finds, all of them for an empty one: by number, slug or title. */
export function found(entries: readonly Entry[], search: string): Entry[] {
  const wanted = search.trim().toLowerCase()
  return entries.filter(({ exercise, title }) =>
    `${title} ${exercise.slug}`.toLowerCase().includes(wanted),
  )
}
