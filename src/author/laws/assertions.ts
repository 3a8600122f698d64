import type { Failure } from '../../harness/failure.ts'

/** The tests have not judged the answer: it could not be loaded, or nobody knows why they stopped. */
const GAVE_UP = new Set<Failure['kind']>(['load', 'unreadable', 'gave up'])

/** Whoever began such a stub would see the harness at work, and not the exercise. */
const STOPPED = new Set<Failure['kind']>([
  'spin',
  'endless',
  'blocking',
  'outside',
  'exit',
  'replaced',
  'error',
])

/** Whether a failure only says that the submission could not be judged. */
export const gaveUp = ({ kind }: Failure): boolean => GAVE_UP.has(kind)

/** Whether a failure is anything but an assertion about what a stub does. */
export const noAssertion = (failure: Failure): boolean =>
  gaveUp(failure) || STOPPED.has(failure.kind)
