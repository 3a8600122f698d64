import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { entriesThat } from '../testing/sessions.ts'
import { rememberStubs, resetStub, touched } from './stubs.ts'
import { putFile } from '../testing/put-file.ts'

const [entry] = entriesThat('wrong')
if (!entry) throw new Error('There is one entry.')
const { exercise } = entry
const STUB = '// TODO: write it\nexport const limit = 1\n'
const MINE = 'export const limit = 2\n'
const NOON = new Date(2026, 4, 1, 12, 0, 5)

let root: string

const file = () => join(root, exercise.stub)
const save = (text: string) => putFile(root, exercise.stub, text)
const hasGit = spawnSync('git', ['--version']).status === 0
/** A test that a machine without git leaves out, with that reason in its title. */
const withGit = (title: string, body: () => void) =>
  test.skipIf(!hasGit)(hasGit ? title : `${title} (needs git, which is not here)`, body)
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@localhost', ...args], {
    cwd: root,
    stdio: 'ignore',
  })
const commit = (text: string) => {
  save(text)
  git('add', '--all')
  git('commit', '--quiet', '--message', 'one')
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'async-kata-stubs-'))
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(root, { recursive: true, force: true })
})

withGit('puts back the stub that git knows, and keeps what was there', () => {
  git('init', '--quiet')
  commit(STUB)
  save(MINE)

  const { kept = '' } = resetStub(root, exercise, NOON)

  expect(kept).toBe('kept/limit-2026-05-01-120005.ts')
  expect(readFileSync(join(root, kept), 'utf8')).toBe(MINE)
  expect(readFileSync(file(), 'utf8')).toBe(STUB)
})

withGit('looks for the stub behind answers that were committed', () => {
  git('init', '--quiet')
  commit('// TODO: an older stub\n')
  commit(STUB)
  commit(MINE)
  commit('export const limit = 3\n')

  resetStub(root, exercise, NOON)

  expect(readFileSync(file(), 'utf8')).toBe(STUB)
})

test('two resets within a second keep both files', () => {
  save(STUB)
  rememberStubs(root, [exercise])

  const kept = [MINE, `${MINE}// again\n`].map((text) => {
    save(text)
    return resetStub(root, exercise, NOON).kept ?? ''
  })

  expect(kept.map((path) => readFileSync(join(root, path), 'utf8'))).toEqual([
    MINE,
    `${MINE}// again\n`,
  ])
})

test('there is nothing to keep of a stub that is untouched, or deleted', () => {
  save(STUB)
  rememberStubs(root, [exercise])

  expect(resetStub(root, exercise, NOON).kept).toBeUndefined()
  rmSync(dirname(file()), { recursive: true })
  expect(resetStub(root, exercise, NOON).kept).toBeUndefined()
  expect(readFileSync(file(), 'utf8')).toBe(STUB)
  expect(existsSync(join(root, 'kept'))).toBe(false)
})

withGit('a clone that belongs to somebody else can tell the stub all the same', () => {
  git('init', '--quiet')
  commit(STUB)
  save(MINE)
  vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1')

  resetStub(root, exercise, NOON)

  expect(readFileSync(file(), 'utf8')).toBe(STUB)
})

test.each([
  ['there is no git', 'PATH', ''],
  ['git refuses to read', 'GIT_DIR', 'nowhere'],
])('where %s the stub is remembered from the first command on', (_why, name, value) => {
  vi.stubEnv(name, value)
  save(STUB)
  rememberStubs(root, [exercise])
  save(MINE)
  rememberStubs(root, [exercise])

  resetStub(root, exercise, NOON)

  expect(readFileSync(file(), 'utf8')).toBe(STUB)
})

test('where nobody knows more, a file that still holds its TODO is the stub', () => {
  save(STUB)

  expect(resetStub(root, exercise, NOON).kept).toBeUndefined()
  expect(readFileSync(file(), 'utf8')).toBe(STUB)
})

test('where the stub is nowhere to be found nothing is touched', () => {
  save(MINE)

  expect(() => resetStub(root, exercise, NOON)).toThrow('nowhere to be found')
  expect(readFileSync(file(), 'utf8')).toBe(MINE)
})

const isTouched = () => touched(root, [exercise]).length === 1

withGit('an answer is whatever differs from its stub, even where it still holds its TODO', () => {
  git('init', '--quiet')
  commit(STUB)
  expect(isTouched()).toBe(false)

  save(`${STUB}export const half = 1\n`)
  expect(isTouched()).toBe(true)
  save(MINE)
  expect(isTouched()).toBe(true)
  rmSync(file())
  expect(isTouched()).toBe(true)
})

test('where nobody knows how it came, a file that holds its TODO is untouched', () => {
  save(`${STUB}export const half = 1\n`)
  expect(isTouched()).toBe(false)

  save(STUB)
  rememberStubs(root, [exercise])
  expect(isTouched()).toBe(false)
  save(`${STUB}export const half = 1\n`)
  expect(isTouched()).toBe(true)
})
