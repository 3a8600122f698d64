import { valuesOf } from '../course/mistake-header.ts'

/**
 * For tests: the reasons for which a file of `test/hostile/` may be refused. `@says` names the usual
 * one, `@or` another that is as true, where the speed of the machine decides which one comes first.
 *
 * @throws Error when the file names none.
 */
export function reasonsIn(source: string): string[] {
  const reasons = [...valuesOf('says', source), ...valuesOf('or', source)]
  if (reasons.length === 0) throw new Error('A hostile file begins with /** @says … */.')
  return reasons
}
