import { expect, test } from 'vitest'

import { picturesInWords } from './picture-words.ts'

test('each row says what was, and what should be', () => {
  const expected = `
    main    ======>
    wait 1  >
    wait 3  .==>
    oven    ..=x
    late    ..|
    lost    .>
    long    .=============================+`
  const yours = `
    main    ======>
    wait 1  .>
    wait 3  ...==>
    oven    ..=>
    late    (never)
    lost    .=~
    long    ..============================+
    wait 9  =!
    (and 2 more)`

  expect(picturesInWords({ expected, yours })).toEqual([
    'main: from second 0 to 7, resolved, as it should be',
    'wait 1: from second 1 to 2, resolved; should be from second 0 to 1, resolved',
    'wait 3: from second 3 to 6, resolved; should be from second 1 to 4, resolved',
    'oven: from second 2 to 4, resolved; should be from second 2 to 4, rejected',
    'late: never; should be at second 2',
    'lost: from second 1, never ended; should be from second 1 to 2, resolved',
    'long: from second 2 to beyond 31; should be from second 1 to beyond 31',
    'wait 9: from second 0 to 2, aborted; there should be none',
    '(and 2 more)',
  ])
})
