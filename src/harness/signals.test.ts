import { expect, test } from 'vitest'

import { abortListenersLeft, isHeard } from './signals.ts'

const left = (
  use: (signal: AbortSignal, controller: AbortController) => void,
  alsoWhenAborted = false,
): string[] => {
  const controller = new AbortController()
  use(controller.signal, controller)
  const { signal } = controller
  return abortListenersLeft([{ name: 'guest leaves', signal, alsoWhenAborted }]).map(
    ({ sentence }) => sentence,
  )
}

const listener = () => undefined

test.each<[string, (signal: AbortSignal, controller: AbortController) => void]>([
  ['nobody has listened', () => undefined],
  [
    'the listener was removed',
    (signal) => {
      signal.addEventListener('abort', listener)
      signal.removeEventListener('abort', listener)
    },
  ],
  [
    'onabort was set back',
    (signal) => {
      signal.onabort = listener
      signal.onabort = null
    },
  ],
  [
    'the signal was aborted',
    (signal, controller) => {
      signal.addEventListener('abort', listener)
      controller.abort()
    },
  ],
])('nothing is left when %s', (_name, use) => {
  expect(left(use)).toEqual([])
})

test.each<[string, (signal: AbortSignal) => void]>([
  ['a listener', (signal) => signal.addEventListener('abort', listener)],
  [
    'a listener for one time',
    (signal) => signal.addEventListener('abort', listener, { once: true }),
  ],
  ['onabort', (signal) => void (signal.onabort = listener)],
])('%s is left', (_name, use) => {
  expect(left(use)[0]).toContain('An abort listener was left on the signal "guest leaves"')
})

test('an abort is heard by a listener and by a signal that follows, and else by nobody', () => {
  const [listened, followed, alone] = [1, 2, 3].map(() => new AbortController().signal)
  listened?.addEventListener('abort', listener)
  // From Node 24 on a signal follows only while somebody listens to it.
  const follower = AbortSignal.any(followed ? [followed] : [])
  follower.addEventListener('abort', listener)

  expect([listened, followed, alone].map((signal) => signal && isHeard(signal))).toEqual([
    true,
    true,
    false,
  ])
  expect(follower.aborted).toBe(false)
})
