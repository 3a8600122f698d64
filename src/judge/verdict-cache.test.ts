import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'

import { entriesThat, testThat, verdict } from '../testing/sessions.ts'
import { VerdictCache } from './verdict-cache.ts'
import { putFile } from '../testing/put-file.ts'

const [entry] = entriesThat('wrong')
if (!entry) throw new Error('There is one entry.')
const { exercise } = entry
const VERDICT = verdict(testThat('failed', 'a title', 'No.'))

let root: string

const write = (file: string, text: string) => putFile(root, file, text)

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'async-kata-cache-'))
  for (const file of [exercise.test, exercise.solution, exercise.stub, 'src/clock/clock.ts']) {
    write(file, file)
  }
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

const keyNow = () => new VerdictCache(root).keyOf(exercise, exercise.stub)

test('gives back what was said of the same files, to another loop as well', () => {
  new VerdictCache(root).put(keyNow(), VERDICT, Infinity)

  expect(new VerdictCache(root).get(keyNow())).toEqual(VERDICT)
  const [generation = ''] = readdirSync(join(root, '.cache', 'verdicts'))
  expect(readdirSync(join(root, '.cache', 'verdicts', generation))).toHaveLength(1)
})

test.each([
  ['the submission', () => exercise.stub],
  ['the tests', () => exercise.test],
  ['the reference solution', () => exercise.solution],
  ['the harness', () => 'src/clock/clock.ts'],
  ['the course around them', () => 'src/judge/judge.ts'],
  ['the installation', () => 'package-lock.json'],
])('knows nothing any more when %s has changed', (_what, file) => {
  new VerdictCache(root).put(keyNow(), VERDICT, Infinity)

  write(file(), 'changed')

  expect(new VerdictCache(root).get(keyNow())).toBeUndefined()
})

test('a file that is missing has no key, and is not looked up', () => {
  rmSync(join(root, exercise.stub))
  const cache = new VerdictCache(root)

  cache.put(keyNow(), VERDICT, Infinity)

  expect(keyNow()).toBeUndefined()
  expect(cache.get(keyNow())).toBeUndefined()
})

test('knows nothing any more when a file has changed that the submission imports, wherever it lies', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'async-kata-elsewhere-'))
  onTestFinished(() => rmSync(elsewhere, { recursive: true }))
  const sleep = join(elsewhere, 'sleep.ts')
  writeFileSync(sleep, 'one')
  new VerdictCache(root).put(keyNow(), { ...VERDICT, modules: [sleep, 'lib/words.ts'] }, Infinity)
  const cache = new VerdictCache(root)
  expect(cache.get(keyNow())?.tests).toEqual(VERDICT.tests)
  const before = cache.importsOf(exercise.stub).state

  writeFileSync(sleep, 'two')

  expect(cache.get(keyNow())).toBeUndefined()
  expect(cache.importsOf(exercise.stub).state).not.toBe(before)
  writeFileSync(sleep, 'one')
  expect(cache.get(keyNow())?.tests).toEqual(VERDICT.tests)
  // It was not there when the verdict was said.
  write('lib/words.ts', 'words')
  expect(cache.get(keyNow())).toBeUndefined()
})

test('keeps no verdict on a file that was written while it was judged', () => {
  write('lib/words.ts', 'two')
  const cache = new VerdictCache(root)

  expect(cache.put(keyNow(), { ...VERDICT, modules: ['lib/words.ts'] }, Date.now() - 60_000)).toBe(
    false,
  )

  expect(cache.get(keyNow())).toBeUndefined()
})

test('keeps what this version of the course has said, and not too much of it', () => {
  write('.cache/verdicts/of-another-version/a.json', '{}')
  new VerdictCache(root).put(keyNow(), VERDICT, Infinity)
  const generations = readdirSync(join(root, '.cache', 'verdicts'))
  expect(generations).toHaveLength(1)
  const folder = join(root, '.cache', 'verdicts', generations[0] ?? '')
  for (let count = 0; count < 2_100; count += 1) writeFileSync(join(folder, `${count}.json`), '')

  new VerdictCache(root).put(keyNow(), VERDICT, Infinity)

  expect(readdirSync(folder).length).toBeLessThanOrEqual(2_001)
})

test.each([
  ['only the wall clock was red', 'wall clock' as const],
  ['the file could not be loaded', 'load' as const],
])('where %s, it is asked again', (_what, kind) => {
  const doubtful = verdict(testThat('failed', 'a title', { kind, sentence: 'No.' }))

  new VerdictCache(root).put(keyNow(), doubtful, Infinity)

  expect(new VerdictCache(root).get(keyNow())).toBeUndefined()
})

test('half a file is as good as none', () => {
  new VerdictCache(root).put(keyNow(), VERDICT, Infinity)

  const [generation = ''] = readdirSync(join(root, '.cache', 'verdicts'))
  write(`.cache/verdicts/${generation}/${keyNow()}.json`, '{"file": "exer')

  expect(new VerdictCache(root).get(keyNow())).toBeUndefined()
})

test('that nothing can be kept is no reason to fail', () => {
  write('.cache', 'a file where the folder should be')
  chmodSync(join(root, '.cache'), 0o444)

  expect(() => new VerdictCache(root).put(keyNow(), VERDICT, Infinity)).not.toThrow()
})
