import { expect, test } from 'vitest'

import { only, violationsWhenJudged } from '../check.ts'
import { root } from '../../testing/root.ts'
import { readCourseFiles } from './law.ts'

test('the exercise that is the model for all others breaks none of these laws', async () => {
  const model = only(readCourseFiles(root), ['chained-handlers'])

  expect(model.exercises).toHaveLength(1)
  expect(await violationsWhenJudged(model)).toEqual([])
}, 60_000)
