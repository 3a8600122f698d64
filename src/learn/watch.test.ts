import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { watchCourse } from './watch.ts'
import { putFile } from '../testing/put-file.ts'

const STUB = 'exercises/01-the-post/01-hello-world/hello-world.ts'
const FILES = [
  STUB,
  'solutions/01-the-post/01-hello-world/hello-world.ts',
  'test/01-the-post/01-hello-world/hello-world.test.ts',
]

let root: string
let watcher: ReturnType<typeof watchCourse>
/** What the file held each time it was told of. */
let told: string[]

const save = (text: string) => writeFileSync(join(root, STUB), text)

beforeEach(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'async-kata-watch-')))
  for (const file of FILES) putFile(root, file, 'as it was\n')
  told = []
  await new Promise<void>((onReady) => {
    watcher = watchCourse(root, {
      onSaved: (_, file) => told.push(readFileSync(join(root, file), 'utf8')),
      onFollowed: (file) => told.push(file),
      onCourse: () => undefined,
      onEngine: () => undefined,
      onReady,
    })
  })
})

afterEach(async () => {
  await watcher.close()
  rmSync(root, { recursive: true, force: true })
})

test('a save that follows at once on another is told of, too', async () => {
  save('first')
  await vi.waitFor(() => expect(told).toContain('first'), { interval: 1 })
  // What a formatter does that the editor runs on save.
  save('formatted')

  await vi.waitFor(() => expect(told).toContain('formatted'))
})

test('what lies beside the stub and can be imported is told of, nothing else', async () => {
  const beside = (name: string) => STUB.replace('hello-world.ts', name)
  const names = ['notes.md', 'hello-world.ts.swp', 'hello-world.ts~', '._words.ts', 'words.ts']
  for (const name of names) {
    writeFileSync(join(root, beside(name)), name)
  }

  await vi.waitFor(() => expect(told).toContain('words.ts'))
  expect(new Set(told)).toEqual(new Set(['words.ts']))
})

test('what is followed is told of under the name by which it was called', async () => {
  putFile(root, 'lib/sleep.ts', 'one\n')
  watcher.follow(['lib/sleep.ts'])
  await vi.waitFor(
    () => {
      writeFileSync(join(root, 'lib/sleep.ts'), `two ${Math.random()}\n`)
      expect(told).toContain('lib/sleep.ts')
    },
    { timeout: 5_000, interval: 100 },
  )
})
