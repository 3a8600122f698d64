import type { Span } from './span.ts'

/** Milliseconds by which the pieces of one wait may miss each other (each nested timer costs one). */
const SLACK = 20

/**
 * A wait may be cut into pieces: three waits of one second, each starting where the last one ended,
 * are a wait of three. Given the waits of a recording and those a picture expects, this puts pieces
 * together wherever they make up exactly an expected wait, and leaves all others as they are.
 */
export function joinPieces(waits: readonly Span[], expected: readonly Span[]): Span[] {
  const left = waits.filter((wait) => wait.end !== wait.start)
  const joined = expected.map((wish) => {
    const pieces = piecesOf(wish, left)
    if (!pieces) return undefined
    for (const piece of pieces) left.splice(left.indexOf(piece), 1)
    return { ...wish, end: pieces.at(-1)?.end ?? wish.end, how: pieces.at(-1)?.how ?? wish.how }
  })
  return [...joined.filter((span) => span !== undefined), ...left]
}

function piecesOf(wish: Span, waits: readonly Span[]): Span[] | undefined {
  const goal = wish.end ?? Infinity
  const pieces: Span[] = []
  let now = wish.start
  for (;;) {
    const slack = pieces.length === 0 ? HALF_A_SECOND : SLACK
    const next = waits.find(
      (wait) =>
        !pieces.includes(wait) &&
        Math.abs(wait.start - now) <= slack &&
        wait.end !== undefined &&
        wait.end <= goal + SLACK,
    )
    if (!next) break
    pieces.push(next)
    now = next.end ?? Infinity
  }
  return goal - now <= HALF_A_SECOND ? pieces : undefined
}

/** Pictures round to the second, so a wait may begin within half a second of its row. */
const HALF_A_SECOND = 500
