import { expect, test } from 'vitest'

import { entriesThat } from '../testing/sessions.ts'
import { withStatusesOf } from './session.ts'

test('what was known of an exercise is not lost when others come', () => {
  const before = entriesThat('wrong', 'not started', 'solved')
  const now = entriesThat('not judged', 'solved', 'not started', 'not judged')

  expect(withStatusesOf(before, now)).toEqual(
    entriesThat('wrong', 'solved', 'not started', 'not judged'),
  )
})
