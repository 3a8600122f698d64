import { expect, test } from 'vitest'

import { entriesThat, RED, session } from '../testing/sessions.ts'
import { withBeliefs, withStatusesOf } from './session.ts'

test('what was known of an exercise is not lost when others come', () => {
  const before = entriesThat('wrong', 'not started', 'solved')
  const now = entriesThat('not judged', 'solved', 'not started', 'not judged')

  expect(withStatusesOf(before, now)).toEqual(
    entriesThat('wrong', 'solved', 'not started', 'not judged'),
  )
})

test('what is believed is kept once, with the test that failed, and only where it is sure', () => {
  const red = session({ judged: RED })
  const told = withBeliefs(withBeliefs(red, ['A call waits.']), ['A call waits.'])

  expect(told.believed).toEqual([
    { slug: 'limit', belief: 'A call waits.', test: 'never more than two at the stove' },
  ])
  expect(told.judged?.beliefs).toEqual(['A call waits.'])
  expect(withBeliefs(red, ['One.', 'Or two.']).believed).toEqual([])
})
