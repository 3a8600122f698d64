import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { holdsTodo, isStarted, type Exercise } from '../course/catalog.ts'
import { judgeInBackground } from '../judge/background.ts'
import { beliefsOf, judgedAs } from '../judge/beliefs.ts'
import { KnownMistakes, verdictsOn, type Background } from '../judge/known-mistakes.ts'
import type { StandbyJudge } from '../judge/standby-judge.ts'
import { TypeChecker } from '../judge/type-checker.ts'
import type { Objection } from '../judge/type-service.ts'
import type { Verdict } from '../judge/verdict.ts'
import { isSteady } from '../judge/verdict-cache.ts'
import { statusOf, textIn } from './entries.ts'
import type { Status } from './session.ts'

/** A learner's file, as it was read to be judged. */
export interface Question {
  exercise: Exercise
  /** Undefined when it could not be read. */
  text: string | undefined
  /** What the cache calls the verdict on it. */
  key: string | undefined
}

/** Real milliseconds in which an editor that empties or renames a file has written it again. */
const SETTLES = 150

/** What learners' files are judged to be, and which of them have been judged as they are. */
export class Judgements {
  readonly #background: Background
  readonly #judge: StandbyJudge
  readonly #known: KnownMistakes
  readonly #types: TypeChecker
  /** By path of the exercise: what was judged last, or is being judged. */
  readonly #asked = new Map<string, string>()
  /** Paths of exercises whose last verdict may be another one the next time. */
  readonly #doubtful = new Set<string>()

  constructor(background: Background, judge: StandbyJudge) {
    this.#background = background
    this.#judge = judge
    this.#known = new KnownMistakes(background)
    this.#types = new TypeChecker(background.root)
  }

  /** Reads the file of an exercise. An empty one is most often just being written. */
  async read(exercise: Exercise): Promise<Question> {
    const { root, cache } = this.#background
    const file = join(root, exercise.stub)
    let text = textIn(file)
    if (!text) {
      await wait(SETTLES)
      text = textIn(file)
    }
    const key = text === undefined ? undefined : cache.keyOfText(exercise, exercise.stub, text)
    return { exercise, text, key }
  }

  /** Whether this is not what was asked last, and from now on it is: one save is told of several times. */
  isNews({ exercise: { path, stub }, key }: Omit<Question, 'text'>): boolean {
    const now = this.#stateOf(stub, key)
    if (this.#asked.get(path) === now) return false
    this.#asked.set(path, now)
    this.#doubtful.delete(path)
    return true
  }

  /**
   * The verdict, from the cache or judged now; `onVirtual` is told when all is right in virtual time.
   * Nothing when another question has come meanwhile, or nobody wants to know any more.
   */
  async verdictOn(
    question: Question,
    isWanted: () => boolean,
    onVirtual: (verdict: Verdict) => void,
  ): Promise<Verdict | undefined> {
    const { exercise, text, key } = question
    const since = Date.now()
    const cached = this.#background.cache.get(key)
    if (cached) return cached
    const verdict = await this.#judge.judge(exercise, text, (virtual) => {
      if (isWanted()) onVirtual(virtual)
    })
    if (!verdict || !isWanted()) return undefined
    this.#keep(question, verdict, since)
    return verdict
  }

  /** Makes the next verdict on this exercise quick. */
  prepare(exercise: Exercise): void {
    void this.#judge.prepare(exercise)
  }

  /** What somebody believes who fails like this; of the stub nobody asks. */
  async beliefsOn({ exercise, text = '' }: Question, verdict: Verdict): Promise<string[]> {
    if (verdict.solved) return []
    // Found out in any case: the next answer, which is not the stub any more, will want it at once.
    const known = this.#known.of(exercise)
    return holdsTodo(text) ? [] : beliefsOf(judgedAs(verdict, text), await known)
  }

  /** What TypeScript has to say against it; of the stub nobody asks. */
  async objectionTo({ exercise: { stub }, text = '' }: Question): Promise<Objection | undefined> {
    return text === '' || holdsTodo(text) ? undefined : this.#types.objectionTo(stub, text)
  }

  /** Where an exercise stands that is not open, judged in the background; nothing if that is no news. */
  async statusOf(exercise: Exercise): Promise<Status | undefined> {
    const { root, cache } = this.#background
    const { stub } = exercise
    if (!this.isNews({ exercise, key: cache.keyOf(exercise, stub) })) return undefined
    const files = isStarted(root, exercise) ? [stub] : []
    const [verdict] = await verdictsOn(exercise, files, this.#background)
    return statusOf(isStarted(root, exercise), verdict)
  }

  /** Where these exercises stand, all judged at once in the background. */
  async statusesOf(exercises: readonly Exercise[]): Promise<[Exercise, Status][]> {
    const { root, cache, signal } = this.#background
    const since = Date.now()
    const judged = await judgeInBackground(root, ['--all'], signal)
    return exercises.flatMap((exercise) => {
      const verdict = judged.find((one) => one.exercise === exercise.slug)
      if (!verdict) return []
      cache.put(cache.keyOf(exercise, exercise.stub), verdict, since)
      return [[exercise, statusOf(isStarted(root, exercise), verdict)]]
    })
  }

  /** Whether the answer to an exercise imports a file. */
  doesImport({ stub }: Exercise, file: string): boolean {
    return this.#background.cache.importsOf(stub).files.includes(file)
  }

  /** Where only the wall clock is red, whoever saves the same once more asks it once more. */
  askAgainIfInDoubt({ path }: Exercise): void {
    if (this.#doubtful.has(path)) this.#asked.delete(path)
  }

  /** Whatever is asked next is news. */
  forget(): void {
    this.#asked.clear()
  }

  /** The course has changed, and so may have its mistakes. */
  forgetMistakes(): void {
    this.#known.forget()
  }

  close(): Promise<void> {
    this.#types.close()
    return this.#judge.close()
  }

  /** Keeps a verdict that has just come; what the answer imports is known only now. */
  #keep({ exercise: { path, stub }, key }: Question, verdict: Verdict, since: number): void {
    const isOnWhatIsThere = this.#background.cache.put(key, verdict, since)
    if (isOnWhatIsThere) this.#asked.set(path, this.#stateOf(stub, key))
    else this.#asked.delete(path)
    if (!isSteady(verdict)) this.#doubtful.add(path)
  }

  /** A file and what it imports, as they are, as a text. */
  #stateOf(stub: string, key = 'unreadable'): string {
    return key + this.#background.cache.importsOf(stub).state
  }
}
