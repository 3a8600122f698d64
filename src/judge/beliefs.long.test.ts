import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

import {
  acceptedOf,
  exerciseNamed,
  mistakesOf,
  readCourse,
  type Exercise,
} from '../course/catalog.ts'
import { headerOf } from '../course/mistake-header.ts'
import { readEntries } from '../learn/entries.ts'
import { LearnersClone } from '../testing/learners-clone.ts'
import { Loop } from '../learn/loop.ts'
import { StandbyJudge } from './standby-judge.ts'
import { VerdictCache } from './verdict-cache.ts'
import { root } from '../testing/root.ts'

const CHAPTER = '01-the-post'
/** Real milliseconds that an exercise may take with all its wrong and right answers. */
const PATIENCE = 180_000

const clone = new LearnersClone()
let loop: Loop | undefined

beforeAll(() => clone.make(root, [CHAPTER]))
afterEach(() => loop?.close())
afterAll(() => clone.remove())

/** The loop without a screen, as `npm start` opens it. */
async function open(slug: string): Promise<Loop> {
  const cache = new VerdictCache(clone.root)
  const opening = {
    cache,
    judge: new StandbyJudge(clone.root),
    entries: readEntries(clone.root, cache),
  }
  loop = new Loop(clone.root, opening, {
    show: () => undefined,
    edit: () => Promise.resolve(''),
    follow: () => undefined,
    quit: () => undefined,
  })
  await loop.begin(slug)
  return loop
}

/** What is said of a file that is saved as the answer. */
async function save(opened: Loop, exercise: Exercise, file: string) {
  clone.save(exercise.slug, clone.read(file))
  await opened.saved(exercise)
  const { judged } = opened.session
  return { solved: judged?.verdict.solved, beliefs: judged?.beliefs }
}

// That every mistake of every exercise is recognised is a law (`src/author/laws/beliefs.ts`). Here are
// a few of them as the loop judges them.
const FEW = 5
const exercise = exerciseNamed(readCourse(root), 'hello-world')

test('a known mistake is recognised by its own belief', { timeout: PATIENCE }, async () => {
  const opened = await open(exercise.slug)

  for (const file of mistakesOf(root, exercise).slice(0, FEW)) {
    const { belief } = headerOf(file, readFileSync(join(root, file), 'utf8'))

    expect(await save(opened, exercise, file), file).toEqual({ solved: false, beliefs: [belief] })
  }
})

test('of no right answer anything is believed', { timeout: PATIENCE }, async () => {
  const opened = await open(exercise.slug)

  for (const file of [exercise.solution, ...acceptedOf(root, exercise).slice(0, FEW)]) {
    expect(await save(opened, exercise, file), file).toEqual({ solved: true, beliefs: [] })
  }
})
