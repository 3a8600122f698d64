import { url as inspectorUrl } from 'node:inspector'
import { join } from 'node:path'

import { holdsTodo, strayNotice, type Exercise } from '../course/catalog.ts'
import { resetSentence, resetStub } from '../course/stubs.ts'
import type { StandbyJudge } from '../judge/standby-judge.ts'
import { shownFailure, type Verdict } from '../judge/verdict.ts'
import type { VerdictCache } from '../judge/verdict-cache.ts'
import { notBegun } from '../run/play/state.ts'
import { readEntries, statusOf, textIn } from './entries.ts'
import { Judgements } from './judgements.ts'
import { press, type Action } from './keys.ts'
import { Playing } from './playing.ts'
import {
  entryOf,
  firstToSolve,
  isSolved,
  isSolvedNow,
  sessionAt,
  VERDICT,
  withBeliefs,
  withStatus,
  withStatusesOf,
  type Entry,
  type Page,
  type Session,
} from './session.ts'
import type { Keypress } from './terminal.ts'
import { metAfter } from './terms.ts'

/** What there is before there is anything to see. */
export interface Opening {
  cache: VerdictCache
  judge: StandbyJudge
  entries: readonly Entry[]
}

/** What the loop needs from whoever shows it; without, nobody looks. */
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
const NEW_COURSE =
  'The course itself has changed. To have all that is new: press q, and then npm start again.'
const DEBUGGED =
  'A debugger is attached, so nothing is stopped: if this is an endless loop, mend it and save.'

/**
 * The learner's loop without a screen: what is open, and what a key or a save leads to. Whoever shows
 * it is told of each change.
 */
export class Loop {
  readonly #root: string
  readonly #host: Partial<Host>
  readonly #cache: VerdictCache
  readonly #end = new AbortController()
  readonly #judgements: Judgements
  readonly #playing: Playing
  #session: Session
  /** Counts what was asked of the open exercise: what comes of an older question is not shown. */
  #turn = 0

  constructor(root: string, { cache, judge, entries }: Opening, host: Partial<Host> = {}) {
    this.#root = root
    this.#host = host
    this.#cache = cache
    this.#judgements = new Judgements({ root, cache, signal: this.#end.signal }, judge)
    this.#playing = new Playing(root, (page) => this.#change({ page }))
    this.#session = sessionAt(entries, entries[0]?.exercise.slug ?? '')
    entryOf(this.#session)
  }

  get session(): Session {
    return this.#session
  }

  /** Opens the named exercise, or the first that is not solved; resolves with its verdict. */
  async begin(slug?: string): Promise<void> {
    const { entries } = this.#session
    const greets = slug === undefined && entries.every(({ status }) => status === 'not started')
    if (slug === undefined) await this.#judgeStarted()
    this.#change({ greets, notice: strayNotice(this.#root) })
    await (slug === undefined ? this.#goOn() : this.#open(slug))
  }

  /** Opens the first exercise that is not solved. */
  async #goOn(): Promise<void> {
    const first = firstToSolve(this.#session.entries)
    if (!first) return this.#showFinale()
    const turn = this.#turn
    await this.#open(first.exercise.slug)
    // Nobody had judged it before, and it was solved all the time.
    const wasSolved = first.status === 'not judged' && isSolvedNow(this.#session)
    const nothingElse = this.#turn === turn + 1 && this.#session.page.kind === 'verdict'
    if (wasSolved && nothingElse) await this.#goOn()
  }

  async #showFinale(): Promise<void> {
    const { slug, judged } = this.#session
    const opened = judged ? undefined : this.#open(slug)
    this.#change({ page: { kind: 'finale' } })
    await opened
  }

  /** A key was pressed. */
  press(key: Keypress): void {
    const [session, action] = press(this.#session, key)
    this.#set(session)
    if (action) void this.#perform(action)
  }

  /** A file was written on which a verdict depends, most often the stub. */
  async saved(exercise: Exercise, file: string = exercise.stub): Promise<void> {
    if (file !== exercise.stub) this.#judgements.forgetMistakes()
    if (!this.#isOpen(exercise)) return this.#judgeOther(exercise)
    this.#judgements.askAgainIfInDoubt(exercise)
    await this.#judgeOpen()
  }

  /** A file was written that is no part of the course, but that answers may import. */
  async importSaved(file: string): Promise<void> {
    const importing = this.#session.entries.filter(({ exercise }) =>
      this.#judgements.doesImport(exercise, file),
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
    this.#judgements.forgetMistakes()
    const notice = `The course has ${entries.length} exercises now, it had ${before.length}.`
    this.#change({ entries, notice })
    const { slug } = entryOf(this.#session).exercise
    if (slug !== this.#session.slug) void this.#open(slug)
  }

  /** What judges has changed: whatever was said before was said by another one. */
  async engineChanged(): Promise<void> {
    if (!this.#cache.isNewCourse()) return
    this.#judgements.forget()
    this.#judgements.forgetMistakes()
    this.#change({ notice: NEW_COURSE })
    await this.#judgeOpen()
  }

  /** The page is no longer than this: there is nothing further down. */
  limitScroll(last: number): void {
    if (this.#session.scroll > last) this.#session = { ...this.#session, scroll: last }
  }

  /** Ends whatever is under way, and every process. */
  async close(): Promise<void> {
    this.#turn += 1
    this.#end.abort()
    await Promise.all([this.#playing.stop(), this.#judgements.close()])
  }

  #set(session: Session): void {
    this.#session = session
    if (!this.#end.signal.aborted) this.#host.show?.(session)
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
        return this.#change({ notice: (await this.#host.edit?.(file)) ?? '' })
      case 'solution':
        return this.#showSolution(file, join(this.#root, exercise.solution))
      case 'reset':
        return this.#saying(() => resetSentence(exercise.stub, resetStub(this.#root, exercise)))
      case 'play':
        this.#change({ page: preparing(entryOf(this.#session)), scroll: 0 })
        return this.#saying(() => this.#playing.start(exercise).then(() => ''))
      case 'stop playing':
        return this.#stopPlaying()
      case 'quit':
        return this.#host.quit?.()
    }
  }

  #stopPlaying(): void {
    void this.#playing.stop()
    this.#change({ page: VERDICT, scroll: 0 })
  }

  async #open(slug: string): Promise<void> {
    const { entries, greets, notice, believed, lookedBackAt, met } = this.#session
    void this.#playing.stop()
    this.#judgements.forget()
    this.#set({ ...sessionAt(entries, slug), greets, notice, believed, lookedBackAt, met })
    await this.#judgeOpen()
  }

  async #judgeOpen(): Promise<void> {
    const { exercise } = entryOf(this.#session)
    const question = await this.#judgements.read(exercise)
    if (!this.#isOpen(exercise) || this.#end.signal.aborted) return
    if (!this.#judgements.isNews(question)) return
    if (this.#session.page.kind === 'play') this.#stopPlaying()
    const turn = ++this.#turn
    const isCurrent = () => turn === this.#turn && this.#isOpen(exercise)
    const show = (verdict: Verdict, confirming: boolean) =>
      this.#show(verdict, confirming, holdsTodo(question.text ?? ''))
    const onVirtual = (verdict: Verdict) => show(verdict, true)
    const verdict = await this.#patiently(
      this.#judgements.verdictOn(question, isCurrent, onVirtual),
      isCurrent,
    )
    if (!verdict || !isCurrent()) return
    this.#host.follow?.(verdict.modules)
    show(verdict, false)
    this.#judgements.prepare(exercise)
    if (!this.#session.lesson) await this.#readLesson(exercise)
    await Promise.all([
      this.#judgements.beliefsOn(question, verdict).then((beliefs) => {
        if (isCurrent() && beliefs.length > 0) this.#set(withBeliefs(this.#session, beliefs))
      }),
      this.#judgements.objectionTo(question).then((objection) => {
        const { judged } = this.#session
        if (isCurrent() && judged && objection) this.#change({ judged: { ...judged, objection } })
      }),
    ])
  }

  #isOpen({ path }: Exercise): boolean {
    return path === entryOf(this.#session).exercise.path
  }

  /** Says so when an answer takes its time. */
  async #patiently<T>(answer: Promise<T>, isCurrent: () => boolean): Promise<T> {
    const late = setTimeout(() => isCurrent() && this.#change({ busy: true }), TAKES_LONG)
    const veryLate = setTimeout(() => {
      if (isDebugged() && isCurrent()) this.#change({ notice: DEBUGGED })
    }, TAKES_VERY_LONG)
    return answer.finally(() => {
      clearTimeout(late)
      clearTimeout(veryLate)
    })
  }

  #show(verdict: Verdict, confirming: boolean, holdsTodo: boolean): void {
    const { exercise, status } = entryOf(this.#session)
    const { kind } = this.#session.page
    const stays = kind === 'finale' ? verdict.solved : !AFTER_SAVE.has(kind)
    this.#set({
      ...withStatus(
        this.#session,
        exercise.slug,
        confirming ? status : statusOf(!holdsTodo, verdict),
      ),
      ...(stays ? {} : { page: VERDICT, scroll: 0 }),
      // It stands above the first verdict, and goes with the next one.
      greets: this.#session.greets && !this.#session.judged,
      judged: { verdict, confirming, holdsTodo, beliefs: [] },
      met: metAfter(shownFailure(verdict), this.#session.met, exercise.slug),
      busy: false,
    })
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

  async #judgeOther(exercise: Exercise): Promise<void> {
    const status = await this.#judgements.statusOf(exercise)
    if (!status) return
    const before = this.#session.entries.find((entry) => entry.exercise.path === exercise.path)
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
    const exercises = unknown.map(({ exercise }) => exercise)
    for (const [{ slug }, status] of await this.#judgements.statusesOf(exercises)) {
      this.#set(withStatus(this.#session, slug, status))
    }
    this.#change({ notice: '' })
  }

  async #showSolution(yours: string, reference: string): Promise<void> {
    const { page } = this.#session
    const { diffRowsOf } = await import('./diff-rows.ts')
    const rows = await diffRowsOf(textIn(yours) ?? '', textIn(reference) ?? '')
    // Whoever has turned to another page meanwhile stays there.
    if (this.#session.page === page) this.#change({ page: { kind: 'solution', rows }, scroll: 0 })
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
const AFTER_SAVE = new Set(['hints', 'help', 'printed', 'solution', 'believed'])
