import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { mistakesOf, type Exercise } from '../course/catalog.ts'
import { headerOf } from '../course/mistake-header.ts'
import type { Verdict } from './verdict.ts'
import { judgeInBackground } from './background.ts'
import { fingerprintOf, shapeOf, type KnownMistake } from './beliefs.ts'
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
  readonly #known = new Map<string, Promise<KnownMistake[]>>()

  constructor(background: Background) {
    this.#background = background
  }

  of(exercise: Exercise): Promise<KnownMistake[]> {
    const known = this.#known.get(exercise.path) ?? this.#judge(exercise).catch(() => [])
    this.#known.set(exercise.path, known)
    return known
  }

  /** The course has changed, and so may have its mistakes. */
  forget(): void {
    this.#known.clear()
  }

  async #judge(exercise: Exercise): Promise<KnownMistake[]> {
    const { root } = this.#background
    const verdicts = await verdictsOn(exercise, mistakesOf(root, exercise), this.#background)
    return verdicts.flatMap((verdict) => knownFrom(root, verdict))
  }
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

/** The known mistake behind a verdict on it; none, if no test fails. */
export function knownFrom(root: string, verdict: Verdict): KnownMistake[] {
  const fingerprint = fingerprintOf(verdict)
  if (fingerprint === undefined) return []
  const source = readFileSync(join(root, verdict.file), 'utf8')
  return [{ belief: headerOf(verdict.file, source).belief, fingerprint, shape: shapeOf(source) }]
}
