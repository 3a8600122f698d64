import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { mistakesOf, type Exercise } from '../course/catalog.ts'
import { headerOf } from '../course/mistake-header.ts'
import type { Verdict } from './verdict.ts'
import { judgeInBackground } from './background.ts'
import { fingerprintOf, shapeOf, type KnownMistake } from './beliefs.ts'
import type { VerdictCache } from './verdict-cache.ts'

/**
 * The known mistakes of exercises, and how each of them fails. What is not in the cache is judged in
 * the background.
 */
export class KnownMistakes {
  readonly #root: string
  readonly #cache: VerdictCache
  readonly #signal: AbortSignal
  readonly #known = new Map<string, Promise<KnownMistake[]>>()

  constructor(root: string, cache: VerdictCache, signal: AbortSignal) {
    this.#root = root
    this.#cache = cache
    this.#signal = signal
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
    const files = mistakesOf(this.#root, exercise)
    const verdicts = await verdictsOn(this.#root, exercise, files, this.#cache, this.#signal)
    return verdicts.flatMap((verdict) => knownFrom(this.#root, verdict))
  }
}

/** What the tests say of files of one exercise: from the cache, or judged in the background. */
export async function verdictsOn(
  root: string,
  exercise: Exercise,
  files: readonly string[],
  cache: VerdictCache,
  signal: AbortSignal,
): Promise<Verdict[]> {
  const keyed = files.map((file) => {
    const key = cache.keyOf(exercise, file)
    return { file, key, verdict: cache.get(key) }
  })
  const since = Date.now()
  const missing = keyed.filter(({ verdict }) => verdict === undefined)
  const judged =
    missing.length === 0
      ? []
      : await judgeInBackground(root, [exercise.slug, ...missing.map(({ file }) => file)], signal)
  for (const verdict of judged) {
    const place = missing.find(({ file }) => file === verdict.file)
    // What was judged is the file as it is now; what was saved meanwhile has another name.
    const same = place && place.key === cache.keyOf(exercise, place.file)
    if (same) cache.put(place.key, verdict, since)
  }
  const known = keyed.flatMap(({ verdict }) => verdict ?? [])
  return [...known, ...judged]
}

function knownFrom(root: string, verdict: Verdict): KnownMistake[] {
  const fingerprint = fingerprintOf(verdict)
  if (fingerprint === undefined) return []
  const source = readFileSync(join(root, verdict.file), 'utf8')
  return [{ belief: headerOf(verdict.file, source).belief, fingerprint, shape: shapeOf(source) }]
}
