import { isStarted, mistakesOf, type Exercise } from '../course/catalog.ts'
import { headerAt } from '../course/mistake-header.ts'
import { rememberedStub } from '../course/stubs.ts'
import { textOf } from '../course/text-of.ts'
import type { Verdict } from './verdict.ts'
import { judgeInBackground } from './background.ts'
import { judgedAs, type Known, type KnownMistake } from './beliefs.ts'
import { statementsOf } from './shape.ts'
import type { VerdictCache } from './verdict-cache.ts'

/** What is needed to judge in the background: `signal` ends it. */
export interface Background {
  root: string
  cache: VerdictCache
  signal: AbortSignal
}

/**
 * The known mistakes of exercises, and how each of them fails. What is not in the cache is judged in
 * the background.
 */
export class KnownMistakes {
  readonly #background: Background
  readonly #known = new Map<string, Promise<Known>>()

  constructor(background: Background) {
    this.#background = background
  }

  of(exercise: Exercise): Promise<Known> {
    const known = this.#known.get(exercise.path) ?? this.#judge(exercise).catch(() => NOTHING)
    this.#known.set(exercise.path, known)
    return known
  }

  /** The course has changed, and so may have its mistakes. */
  forget(): void {
    this.#known.clear()
  }

  async #judge(exercise: Exercise): Promise<Known> {
    const { root } = this.#background
    const stub = isStarted(root, exercise) ? rememberedStub(root, exercise) : exercise.stub
    const files = [...mistakesOf(root, exercise), ...(stub === undefined ? [] : [stub])]
    const verdicts = await verdictsOn(exercise, files, this.#background)
    return knownFrom(root, exercise, verdicts, stub)
  }
}

const NOTHING: Known = { mistakes: [] }

/** What is known of an exercise, given the verdicts on its mistakes, and on its stub. */
export function knownFrom(
  root: string,
  exercise: Exercise,
  verdicts: readonly Verdict[],
  stub: string | undefined,
): Known {
  const ofStub = verdicts.find(({ file }) => file === stub)
  return {
    mistakes: verdicts
      .filter((verdict) => verdict !== ofStub)
      .flatMap((one) => mistakeFrom(root, one)),
    solution: { statements: statementsOf(textOf(root, exercise.solution)) },
    ...(ofStub ? { stub: judgedAs(ofStub, textOf(root, ofStub.file)) } : {}),
  }
}

function mistakeFrom(root: string, verdict: Verdict): KnownMistake[] {
  const header = headerAt(root, verdict.file)
  if (typeof header === 'string') return []
  return [{ belief: header.belief, ...judgedAs(verdict, textOf(root, verdict.file)) }]
}

/** What the tests say of files of one exercise: from the cache, or judged in the background. */
export async function verdictsOn(
  exercise: Exercise,
  files: readonly string[],
  { root, cache, signal }: Background,
): Promise<Verdict[]> {
  const since = Date.now()
  const keys = new Map(files.map((file) => [file, cache.keyOf(exercise, file)]))
  const known = files.flatMap((file) => cache.get(keys.get(file)) ?? [])
  const missing = files.filter((file) => !known.some((verdict) => verdict.file === file))
  if (missing.length === 0) return known
  const judged = await judgeInBackground(root, [exercise.slug, ...missing], signal)
  for (const verdict of judged) {
    const key = keys.get(verdict.file)
    // What was judged is the file as it is now; what was saved meanwhile has another name.
    if (key === cache.keyOf(exercise, verdict.file)) cache.put(key, verdict, since)
  }
  return [...known, ...judged]
}
