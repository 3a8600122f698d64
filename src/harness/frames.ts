import { fileURLToPath } from 'node:url'

/** A place in a source, as a stack names it; line and column count from 1. */
export interface Frame {
  /** Absolute path with `/`; what follows a `?` in Vite's name of a module is kept. */
  path: string
  line: number
  column: number
}

/** V8's two forms of a line in a stack: `at name (place)` and `at place`. */
const FRAME = /^(\s+at (?:.*? \()?)(.+):(\d+):(\d+)(\)?)$/
/** Lines of a stack that name no place: `at new Promise (<anonymous>)`, and where Node says "the same as above". */
const PLACELESS =
  /^\s+(?:at .*\((?:<anonymous>|native|index \d+)\)|\.\.\. \d+ lines matching cause stack trace \.\.\.)$/
/** What is no place of anybody's. */
const NODES_OWN = /^(node:|<anonymous>|native)/

/** The frames of an error's stack, innermost first; Node's own and those without a place left out. */
export function framesOf(error: unknown): Frame[] {
  const stack = stackOf(error)
  const lines = stack.length > LONGEST_STACK ? stack.slice(-LONGEST_STACK) : stack
  return lines.split('\n').flatMap((text) => frameIn(text)?.place ?? [])
}

/** A line of a stack: its place, unless that is Node's own or none, and what stands around it. */
interface FrameLine {
  place?: Frame
  before: string
  after: string
  /** Braces and commas, where Node prints an error inside of something, or one with properties. */
  rest: string
}

/** A line of text as one of a stack; undefined for any other. */
export function frameIn(text: string): FrameLine | undefined {
  const [, line = text, rest = ''] = /^(.*?)([ ,{}\]]*)$/.exec(text) ?? []
  const [, before = '', path = '', row, column, end = ''] = FRAME.exec(line) ?? []
  if (path === '' && !PLACELESS.test(line)) return undefined
  const place = { path: pathOf(path), line: Number(row), column: Number(column) }
  return {
    ...(path === '' || NODES_OWN.test(path) ? {} : { place }),
    before,
    after: end + rest,
    rest,
  }
}

/**
 * The frames of whoever calls now, as what runs has them: their paths are right, their lines are not
 * those of the source, and they cost a fraction.
 */
export function framesAsTheyRun(): Frame[] {
  const mapped = Object.getOwnPropertyDescriptor(Error, 'prepareStackTrace')
  Reflect.deleteProperty(Error, 'prepareStackTrace')
  try {
    const error = new Error()
    // Read here: it is made when it is asked for.
    return error.stack === undefined ? [] : framesOf(error)
  } finally {
    if (mapped) Object.defineProperty(Error, 'prepareStackTrace', mapped)
  }
}

/** A message may be a megabyte long; the frames stand at its end. */
const LONGEST_STACK = 10_000

/** A getter called `stack` may throw as well as any other. */
function stackOf(error: unknown): string {
  try {
    const { stack } = error as { stack?: unknown }
    return typeof stack === 'string' ? stack : ''
  } catch {
    return ''
  }
}

function pathOf(place: string): string {
  const path = place.startsWith('file:') ? fileURLToPath(place) : place
  return path.replaceAll('\\', '/')
}
