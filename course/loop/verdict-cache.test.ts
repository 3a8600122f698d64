import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { entriesThat, testThat, verdict } from './fixtures.ts'
import { VerdictCache } from './verdict-cache.ts'
import { putFile } from '../put-file.ts'

const [entry] = entriesThat('wrong')
if (!entry) throw new Error('There is one entry.')
const { exercise } = entry
const VERDICT = verdict(testThat('failed', 'a title', 'No.'))

let root: string

const write = (file: string, text: string) => putFile(root, file, text)

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'async-kata-cache-'))
  for (const file of [exercise.test, exercise.solution, exercise.stub, 'harness/clock.ts']) {
    write(file, file)
  }
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

const keyNow = () => new VerdictCache(root).keyOf(exercise, exercise.stub)

test('gives back what was said of the same files, to another loop as well', () => {
  new VerdictCache(root).put(keyNow(), VERDICT)

  expect(new VerdictCache(root).get(keyNow())).toEqual(VERDICT)
  expect(readdirSync(join(root, '.cache', 'verdicts'))).toHaveLength(1)
})

test.each([
  ['the submission', () => exercise.stub],
  ['the tests', () => exercise.test],
  ['the reference solution', () => exercise.solution],
  ['the harness', () => 'harness/clock.ts'],
  ['something that the submission may import', () => exercise.stub.replace('limit.ts', 'queue.ts')],
  ['the installation', () => 'package-lock.json'],
])('knows nothing any more when %s has changed', (_what, file) => {
  new VerdictCache(root).put(keyNow(), VERDICT)

  write(file(), 'changed')

  expect(new VerdictCache(root).get(keyNow())).toBeUndefined()
})

test('a file that is missing has no key, and is not looked up', () => {
  rmSync(join(root, exercise.stub))
  const cache = new VerdictCache(root)

  cache.put(keyNow(), VERDICT)

  expect(keyNow()).toBeUndefined()
  expect(cache.get(keyNow())).toBeUndefined()
})

test('half a file is as good as none', () => {
  new VerdictCache(root).put(keyNow(), VERDICT)

  write(`.cache/verdicts/${keyNow()}.json`, '{"file": "exer')

  expect(new VerdictCache(root).get(keyNow())).toBeUndefined()
})

test('that nothing can be kept is no reason to fail', () => {
  write('.cache', 'a file where the folder should be')
  chmodSync(join(root, '.cache'), 0o444)

  expect(() => new VerdictCache(root).put(keyNow(), VERDICT)).not.toThrow()
})
