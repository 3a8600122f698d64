import { readFileSync } from 'node:fs'
import { basename, isAbsolute, join } from 'node:path'

import { Failed } from './failure.ts'
import { framesOf, type Frame } from './frames.ts'
import { describe } from './sentence.ts'
import { currentSubmission, ownerOf, placeOf, type At } from './submission-file.ts'

/** An error that a submission has thrown, or has made a function of the test throw. */
export interface OwnError {
  error: unknown
  at: At
  /** Thrown by the engine or by Node, and not made on purpose: a typo, most often. */
  tripped: boolean
  /** Whether a function of the test tripped over what it was handed. */
  handedOver: boolean
}

/**
 * The error as the submission's own, if its innermost frame lies in the learner's file. Errors that
 * a test has made, and those that come from nowhere, are nobody's.
 */
export function ownError(error: unknown): OwnError | undefined {
  // A failure names the learner's line, and was made by the harness.
  if (!(error instanceof Error) || error instanceof Failed || isAbort(error)) return undefined
  const frames = framesOf(error)
  const innermost = frames.find((frame) => ownerOf(frame) !== undefined)
  const own = frames.find((frame) => ownerOf(frame) === 'submission')
  if (!innermost || !own) return undefined
  const tripped = comesFromTheEngine(error) && !isMadeAt(innermost, error)
  if (innermost === own) return { error, at: placeOf(own), tripped, handedOver: false }
  return tripped ? { error, at: placeOf(own), tripped, handedOver: true } : undefined
}

/** The own errors in what a submission has handed back, however it is packed. */
export function ownErrorsIn(value: unknown): OwnError[] {
  const seen = new Set<unknown>()
  const found: OwnError[] = []
  const look = (thing: unknown, depth: number) => {
    if (typeof thing !== 'object' || thing === null || seen.has(thing)) return
    if (depth > DEEPEST || seen.size > MOST_THINGS) return
    seen.add(thing)
    const own = ownError(thing)
    if (own) found.push(own)
    for (const child of childrenOf(thing)) look(child, depth + 1)
  }
  look(value, 0)
  return found
}

const DEEPEST = 4
const MOST_THINGS = 200

/** What an error, an array or a plain object holds; a getter of somebody else's is left alone. */
function childrenOf(thing: object): unknown[] {
  try {
    return Object.values(Object.getOwnPropertyDescriptors(thing))
      .slice(0, MOST_THINGS)
      .map(({ value }) => value as unknown)
  } catch {
    return []
  }
}

/** The sentence for the learner. */
export function ownErrorSentence({ error, at, handedOver }: OwnError): string {
  const what = asWritten(describe(error)).replace(/\.$/, '')
  const where = `${basename(at.file)}:${at.line}`
  const newer = handedOver ? undefined : newerBuiltin(at, what)
  if (handedOver) {
    return `A function that the tests gave you threw ${what}. It was called at ${where}: look at what you handed it.`
  }
  return `Your code threw ${what}, at ${where}.${newer === undefined ? '' : ` ${newer}`}`
}

/** V8 says `this[#door]` for `this.#door`, and Vite `(0 , __vite_ssr_import_0__.once)` for `once`. */
const asWritten = (text: string): string =>
  text
    .replaceAll(/\[(#\w+)\]/g, '.$1')
    .replaceAll(/\(0 ?, ?__vite_ssr_import_\d+__\.(\w+)\)/g, '$1')
    .replaceAll(/__vite_ssr_import_\d+__\./g, '')

const ENGINE = [TypeError, ReferenceError, RangeError, SyntaxError, URIError, EvalError]

/** An abort is no mistake of whoever has called for it. */
const isAbort = (error: Error): boolean =>
  error instanceof DOMException && ['AbortError', 'TimeoutError'].includes(error.name)

function comesFromTheEngine(error: Error): boolean {
  const { code } = error as { code?: unknown }
  if (typeof code === 'string' && code.startsWith('ERR_')) return true
  if (error instanceof DOMException) return true
  return ENGINE.some((kind) => error.constructor === kind)
}

/**
 * Whether an error is made at this place in the source, and not thrown by what stands there: a
 * `new AggregateError()` throws a TypeError, and has not made it.
 */
function isMadeAt(frame: Frame, error: Error): boolean {
  const rest = lineAt(frame).slice(frame.column - 1)
  const [, made] = /^(?:new\s+)?(?:\w+\.)*(\w*(?:Error|Exception))\s*\(/.exec(rest) ?? []
  return made !== undefined && !(made === 'AggregateError' && error.constructor === TypeError)
}

/** The line of the source on which a frame lies; empty where it cannot be read. */
function lineAt({ path, line }: Pick<Frame, 'path' | 'line'>): string {
  const submission = currentSubmission()
  const [file = ''] = path.split('?')
  const real =
    submission && (file === submission.module || file === submission.file) ? submission.file : file
  try {
    const absolute = isAbsolute(real) ? real : join(submission?.root ?? '', real)
    return readFileSync(absolute, 'utf8').split('\n')[line - 1] ?? ''
  } catch {
    return ''
  }
}

/** Built-ins of which older Nodes know nothing, and the Node that brought them (node.green). */
const NEWER: Record<string, [has: () => boolean, since: number]> = {
  'Promise.withResolvers': [() => 'withResolvers' in Promise, 22],
  'Promise.try': [() => 'try' in Promise, 24],
  'Array.fromAsync': [() => 'fromAsync' in Array, 22],
  'Object.groupBy': [() => 'groupBy' in Object, 21],
  'Map.groupBy': [() => 'groupBy' in Map, 21],
  AsyncDisposableStack: [() => 'AsyncDisposableStack' in globalThis, 24],
  DisposableStack: [() => 'DisposableStack' in globalThis, 24],
}

/** For code that asks for what this Node does not have yet. */
function newerBuiltin({ file, line }: At, what: string): string | undefined {
  // A cast may stand between the two halves of a name; the error's message has them together.
  const source = `${lineAt({ path: file, line })}\n${what}`
  const found = Object.entries(NEWER).find(([name, [has]]) => !has() && source.includes(name))
  if (!found) return undefined
  const [name, [, since]] = found
  return `${name} came with Node ${since}, and this is Node ${process.versions.node}: write it by hand, or take a newer Node.`
}
