import { url as inspectorUrl } from 'node:inspector'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { holdsTodo, isStarted, strayNotice, type Exercise } from '../course/catalog.ts'
import { notBegun } from '../run/play/state.ts'
import { rememberStubs, resetSentence, resetStub } from '../course/stubs.ts'
import type { Verdict } from '../judge/verdict.ts'
import { judgeInBackground } from '../judge/background.ts'
import { beliefsOf } from '../judge/beliefs.ts'
import { readEntries, statusOf, textIn } from './entries.ts'
import { press, type Action } from './keys.ts'
import { KnownMistakes, verdictsOn } from '../judge/known-mistakes.ts'
import type { StandbyJudge } from '../judge/standby-judge.ts'
import { Playing } from './playing.ts'
import {
  entryOf,
  firstToSolve,
  isSolved,
  isSolvedNow,
  sessionAt,
  VERDICT,
  withStatus,
  withStatusesOf,
  type Entry,
  type Page,
  type Session,
} from './session.ts'
import type { Keypress } from './terminal.ts'
import { isSteady, type VerdictCache } from '../judge/verdict-cache.ts'

/** What there is before there is anything to see. */
export interface Opening {
  cache: VerdictCache
  judge: StandbyJudge
  entries: readonly Entry[]
}

/** What the loop needs from whoever shows it. */
export interface Host {
  show: (session: Session) => void
  /** Watches files besides those of the course: a verdict depends on them. */
  follow: (files: readonly string[]) => void
  /** Opens a file in the learner's editor; resolves to a sentence, or to nothing worth saying. */
  edit: (file: string) => Promise<string>
  quit: () => void
}

/** Real milliseconds after which one may be told that a verdict takes its time. */
const TAKES_LONG = 300
/** Real milliseconds after which a loop that spins would have been ended. */
const TAKES_VERY_LONG = 5_000
const DEBUGGED =
  'A debugger is attached, so nothing is stopped: if this is an endless loop, mend it and save.'
/** Real milliseconds in which an editor that empties or renames a file has written it again. */
const SETTLES = 150
/** What was judged when the file could not be read. */
const UNREADABLE = 'unreadable'

/**
 * The learner's loop without a screen: what is open, what is judged, and what a key or a save leads
 * to. Whoever shows it is told of each change.
 */
export class Loop {
  readonly #root: string
  readonly #host: Host
  readonly #cache: VerdictCache
  readonly #judge: StandbyJudge
  readonly #end = new AbortController()
  readonly #known: KnownMistakes
  readonly #playing: Playing
  #session: Session
  /** Counts what was asked of the open exercise: what comes of an older question is not shown. */
  #turn = 0
  /** The turn of the verdict that is shown, once nothing more will come of it. */
  #answered = 0
  /** By path of the exercise: what was judged last, or is being judged. */
  readonly #judgedKeys = new Map<string, string>()

  constructor(root: string, { cache, judge, entries }: Opening, host: Host) {
    this.#root = root
    this.#host = host
    this.#cache = cache
    this.#judge = judge
    this.#known = new KnownMistakes({ root, cache, signal: this.#end.signal })
    this.#playing = new Playing(root, (page) => this.#change({ page }))
    this.#session = sessionAt(entries, entries[0]?.exercise.slug ?? '')
    entryOf(this.#session)
  }

  get session(): Session {
    return this.#session
  }

  /** Opens the named exercise, or the first that is not solved; resolves with its verdict. */
  async begin(slug?: string): Promise<void> {
    rememberStubs(
      this.#root,
      this.#session.entries.map(({ exercise }) => exercise),
    )
    const greets = this.#session.entries.every(({ status }) => status === 'not started')
    if (slug === undefined) await this.#judgeStarted()
    const first = firstToSolve(this.#session.entries)
    const entry = first ?? entryOf(this.#session)
    const open = slug ?? entry.exercise.slug
    this.#change({ greets: greets && slug === undefined, notice: strayNotice(this.#root) })
    const turn = this.#turn
    const opened = this.#open(open)
    if (slug === undefined && !first) this.#change({ page: { kind: 'finale' } })
    await opened
    // Nobody had judged it before, and it was solved all the time.
    const wasSolved = entry.status === 'not judged' && isSolvedNow(this.#session)
    const nothingElse = this.#turn === turn + 1 && this.#session.page.kind === 'verdict'
    if (slug === undefined && wasSolved && nothingElse) await this.#goOn()
  }

  /** Opens the first exercise that is not solved. */
  async #goOn(): Promise<void> {
    const first = firstToSolve(this.#session.entries)
    if (first) await this.#open(first.exercise.slug)
    else this.#change({ page: { kind: 'finale' } })
  }

  /** A key was pressed. */
  press(key: Keypress): void {
    const [session, action] = press(this.#session, key)
    this.#set(session)
    if (action) void this.#perform(action)
  }

  /** A file was written on which a verdict depends, most often the stub. */
  async saved(exercise: Exercise, file: string = exercise.stub): Promise<void> {
    if (file !== exercise.stub) this.#known.forget()
    if (!this.#isOpen(exercise)) return this.#judgeOther(exercise)
    if (this.#isInDoubt()) this.#judgedKeys.delete(exercise.path)
    await this.#judgeOpen()
  }

  /** A file was written that is no part of the course, but that answers may import. */
  async importSaved(file: string): Promise<void> {
    const importing = this.#session.entries.filter(({ exercise }) =>
      this.#cache.importsOf(exercise.stub).files.includes(file),
    )
    await Promise.all(importing.map(({ exercise }) => this.saved(exercise)))
  }

  /** Judges the open exercise if its file is not what was judged. Costs little, and may come often. */
  async lookAgain(): Promise<void> {
    if (this.#turn > 0) await this.#judgeOpen()
  }

  /** Exercises have come or gone. */
  courseChanged(): void {
    const { entries: before } = this.#session
    const entries = withStatusesOf(before, readEntries(this.#root, this.#cache))
    if (entries.length === before.length || entries.length === 0) return
    this.#known.forget()
    const notice = `The course has ${entries.length} exercises now, it had ${before.length}.`
    this.#change({ entries, notice })
    const { slug } = entryOf(this.#session).exercise
    if (slug !== this.#session.slug) void this.#open(slug)
  }

  /** The page is no longer than this: there is nothing further down. */
  limitScroll(last: number): void {
    if (this.#session.scroll > last) this.#session = { ...this.#session, scroll: last }
  }

  /** Ends whatever is under way, and every process. */
  async close(): Promise<void> {
    this.#turn += 1
    this.#end.abort()
    await Promise.all([this.#playing.stop(), this.#judge.close()])
  }

  #set(session: Session): void {
    this.#session = session
    if (!this.#end.signal.aborted) this.#host.show(session)
  }

  #change(change: Partial<Session>): void {
    this.#set({ ...this.#session, ...change })
  }

  async #perform(action: Action): Promise<void> {
    const { exercise } = entryOf(this.#session)
    const file = join(this.#root, exercise.stub)
    switch (action.do) {
      case 'open':
        return this.#open(action.slug)
      case 'edit':
        return this.#change({ notice: await this.#host.edit(file) })
      case 'solution':
        return this.#showSolution(file, join(this.#root, exercise.solution))
      case 'reset':
        return this.#saying(() => resetSentence(exercise.stub, resetStub(this.#root, exercise)))
      case 'play':
        this.#change({ page: preparing(entryOf(this.#session)), scroll: 0 })
        return this.#saying(() => this.#playing.start(exercise).then(() => ''))
      case 'stop playing':
        // The page first: whoever presses p again meanwhile means the next play.
        this.#change({ page: VERDICT, scroll: 0 })
        return this.#playing.stop()
      case 'quit':
        return this.#host.quit()
    }
  }

  async #open(slug: string): Promise<void> {
    const { entries, greets, notice } = this.#session
    void this.#playing.stop()
    this.#judgedKeys.clear()
    this.#set({ ...sessionAt(entries, slug), greets, notice })
    await this.#judgeOpen()
  }

  /** The lesson is needed for its hints only, and reading it must not keep a verdict waiting. */
  async #readLesson(exercise: Exercise): Promise<void> {
    const { readLesson } = await import('../course/lesson.ts')
    try {
      const lesson = readLesson(join(this.#root, `exercises/${exercise.path}/README.md`))
      if (exercise.slug === this.#session.slug) this.#change({ lesson })
    } catch {
      this.#change({ notice: 'The lesson of this exercise is missing.' })
    }
  }

  async #judgeOpen(): Promise<void> {
    const { exercise } = entryOf(this.#session)
    const text = await this.#settledText(exercise)
    if (!this.#isOpen(exercise) || this.#end.signal.aborted) return
    const key =
      text === undefined ? undefined : this.#cache.keyOfText(exercise, exercise.stub, text)
    if (!this.#isNews(exercise, key)) return
    const turn = ++this.#turn
    const since = Date.now()
    const known = this.#cache.get(key)
    const verdict = known ?? (await this.#judged(exercise, text, turn))
    if (!verdict || !this.#isCurrent(exercise, turn)) return
    if (known) this.#host.follow(verdict.modules)
    else this.#keep(exercise, verdict, since, key)
    this.#show(verdict, false, text)
    this.#answered = turn
    void this.#judge.prepare(exercise)
    if (!this.#session.lesson) await this.#readLesson(exercise)
    await this.#showBeliefs(exercise, verdict, text, turn)
  }

  #isOpen({ path }: Exercise): boolean {
    return path === entryOf(this.#session).exercise.path
  }

  /** Whether an answer to this question is still wanted: nothing was saved or opened since. */
  #isCurrent(exercise: Exercise, turn: number): boolean {
    return turn === this.#turn && this.#isOpen(exercise)
  }

  /** Whether only the wall clock is red: whoever saves the same once more asks it once more. */
  #isInDoubt(): boolean {
    const { judged } = this.#session
    return this.#answered === this.#turn && judged !== undefined && !isSteady(judged.verdict)
  }

  /** What the learner's file holds. An empty one is most often just being written. */
  async #settledText({ stub }: Exercise): Promise<string | undefined> {
    const file = join(this.#root, stub)
    const text = textIn(file)
    if (text) return text
    await wait(SETTLES)
    return textIn(file)
  }

  /** Whether this is not what was judged last: one save is told of several times. */
  #isNews({ path, stub }: Exercise, key = UNREADABLE): boolean {
    const now = key + this.#cache.importsOf(stub).state
    if (this.#judgedKeys.get(path) === now) return false
    this.#judgedKeys.set(path, now)
    return true
  }

  /** Keeps a verdict that has just come; what the answer imports is known only now. */
  #keep({ path, stub }: Exercise, verdict: Verdict, since: number, key = UNREADABLE): void {
    const isOnWhatIsThere = this.#cache.put(key, verdict, since)
    if (isOnWhatIsThere) this.#judgedKeys.set(path, key + this.#cache.importsOf(stub).state)
    else this.#judgedKeys.delete(path)
    this.#host.follow(verdict.modules)
  }

  async #judged(
    exercise: Exercise,
    text: string | undefined,
    turn: number,
  ): Promise<Verdict | undefined> {
    const late = setTimeout(() => {
      if (this.#isCurrent(exercise, turn)) this.#change({ busy: true })
    }, TAKES_LONG)
    const veryLate = setTimeout(() => {
      if (isDebugged() && this.#isCurrent(exercise, turn)) this.#change({ notice: DEBUGGED })
    }, TAKES_VERY_LONG)
    try {
      return await this.#judge.judge(exercise, text, (verdict) => {
        if (this.#isCurrent(exercise, turn)) this.#show(verdict, true, text)
      })
    } finally {
      clearTimeout(late)
      clearTimeout(veryLate)
    }
  }

  #show(verdict: Verdict, confirming: boolean, text = ''): void {
    const entry = entryOf(this.#session)
    const judged = { verdict, confirming, holdsTodo: holdsTodo(text), beliefs: [] }
    const status = confirming ? entry.status : statusOf(!judged.holdsTodo, verdict)
    const { kind } = this.#session.page
    const stays = kind === 'finale' ? verdict.solved : !AFTER_SAVE.has(kind)
    const page = stays ? {} : { page: VERDICT, scroll: 0 }
    this.#set({
      ...withStatus(this.#session, entry.exercise.slug, status),
      ...page,
      // It stands above the first verdict, and goes with the next one.
      greets: this.#session.greets && !this.#session.judged,
      judged,
      busy: false,
    })
  }

  /** Says what somebody believes who fails like this, as soon as it is known. */
  async #showBeliefs(exercise: Exercise, verdict: Verdict, text = '', turn: number): Promise<void> {
    if (verdict.solved) return
    // Found out in any case: the next answer, which is not the stub any more, will want it at once.
    const coming = this.#known.of(exercise)
    if (this.#session.judged?.holdsTodo) return
    const known = await coming
    const { judged } = this.#session
    if (!this.#isCurrent(exercise, turn) || !judged) return
    const beliefs = beliefsOf(verdict, text, known)
    if (beliefs.length > 0) this.#change({ judged: { ...judged, beliefs } })
  }

  async #judgeOther(exercise: Exercise): Promise<void> {
    if (!this.#isNews(exercise, this.#cache.keyOf(exercise, exercise.stub))) return
    const files = isStarted(this.#root, exercise) ? [exercise.stub] : []
    const background = { root: this.#root, cache: this.#cache, signal: this.#end.signal }
    const [verdict] = await verdictsOn(exercise, files, background)
    const before = this.#session.entries.find((entry) => entry.exercise.path === exercise.path)
    const status = statusOf(isStarted(this.#root, exercise), verdict)
    const regressed = before && isSolved(before) && status !== 'solved'
    this.#set({
      ...withStatus(this.#session, exercise.slug, status),
      ...(regressed ? { notice: `${before.title} is red again.` } : {}),
    })
  }

  /** Judges what is started and not in the cache, to know where to begin. */
  async #judgeStarted(): Promise<void> {
    const unknown = this.#session.entries.filter(({ status }) => status === 'not judged')
    // A single one is judged when it is opened.
    if (unknown.length < 2) return
    this.#change({ notice: 'Judging the exercises that you have started …' })
    const since = Date.now()
    const verdicts = await judgeInBackground(this.#root, ['--all'], this.#end.signal)
    for (const { exercise, ...verdict } of verdicts) this.#learn(unknown, exercise, verdict, since)
    this.#change({ notice: '' })
  }

  #learn(entries: readonly Entry[], slug: string, verdict: Verdict, since: number): void {
    const entry = entries.find(({ exercise }) => exercise.slug === slug)
    if (!entry) return
    const { exercise } = entry
    this.#cache.put(this.#cache.keyOf(exercise, exercise.stub), verdict, since)
    this.#set(withStatus(this.#session, slug, statusOf(isStarted(this.#root, exercise), verdict)))
  }

  async #showSolution(yours: string, reference: string): Promise<void> {
    const { pairsOf } = await import('./solution-pairs.ts')
    const pairs = pairsOf(textIn(yours) ?? '', textIn(reference) ?? '')
    this.#change({ page: { kind: 'solution', pairs }, scroll: 0 })
  }

  /** Does something, and says what came of it or why it could not be done. */
  async #saying(action: () => string | Promise<string>): Promise<void> {
    try {
      this.#change({ notice: await action() })
    } catch (error) {
      this.#change({ notice: error instanceof Error ? error.message : String(error) })
    }
  }
}

/** Whether the tests run with a debugger: by a flag, or by an editor that attaches to whatever runs. */
const isDebugged = (): boolean =>
  inspectorUrl() !== undefined || /--inspect|js-debug/.test(process.env.NODE_OPTIONS ?? '')

/** What is seen of a play while it is being loaded. */
const preparing = ({ title }: Entry): Page => ({
  kind: 'play',
  play: notBegun({ title, speed: 1, real: false, promised: 0 }),
  now: 0,
})

/** Pages that a new verdict takes away. */
const AFTER_SAVE = new Set(['hints', 'help', 'printed', 'solution'])
