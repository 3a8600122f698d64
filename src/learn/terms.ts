import type { Failure } from '../harness/failure.ts'

/** Words of the field that sentences use, and what they mean in one line. */
const TERMS = {
  resolved: [
    /\bresolve[sd]?\b/i,
    '“resolved” means that it came to its end: whoever awaits it goes on.',
  ],
  rejected: [
    /\breject(s|ed)?\b/i,
    '“rejected” means that it failed: where it is awaited, an error is thrown.',
  ],
  aborted: [/\babort(s|ed)?\b/i, '“aborted” means that it was called off before its end.'],
  promise: [/\bpromises?\b/i, 'A “promise” stands for a value that is not there yet.'],
} as const

type Term = keyof typeof TERMS

/** In which exercise of this run a word was met first: there it is explained, and nowhere else. */
export type Met = Readonly<Partial<Record<Term, string>>>

const NAMES = Object.keys(TERMS) as Term[]

/** The first word of a failure that is new in this exercise. */
function newTermIn({ sentence, besides = '' }: Failure, met: Met, slug: string): Term | undefined {
  const isNew = (term: Term) => (met[term] ?? slug) === slug
  return NAMES.find((term) => isNew(term) && TERMS[term][0].test(`${sentence} ${besides}`))
}

/** What has been met after a failure was shown. */
export function metAfter(failure: Failure | undefined, met: Met, slug: string): Met {
  const term = failure && newTermIn(failure, met, slug)
  return term === undefined ? met : { ...met, [term]: slug }
}

/** What is to be explained of a failure, if anything. */
export function explanationOf(failure: Failure, met: Met, slug: string): string | undefined {
  const term = newTermIn(failure, met, slug)
  return term !== undefined && met[term] === slug ? TERMS[term][1] : undefined
}
