import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { normalizePath } from 'vite'
import { afterAll, expect, test } from 'vitest'

import { fence, HELLO } from '../../testing/lessons.ts'
import { candidateId } from '../../judge/candidates.ts'
import { programOf } from './program.ts'

const root = mkdtempSync(join(tmpdir(), 'async-kata-program-'))
afterAll(() => rmSync(root, { recursive: true }))

const exercise = {
  slug: 'hello-world',
  number: '1.1',
  path: '01-the-post/01-hello-world',
  stub: 'exercises/01-the-post/01-hello-world/hello-world.ts',
  solution: 'solutions/01-the-post/01-hello-world/hello-world.ts',
  test: 'test/01-the-post/01-hello-world/hello-world.test.ts',
}
const readme = `exercises/${exercise.path}/README.md`

/** The program of a lesson that shows these fences. */
function programIn(...fences: string[]) {
  mkdirSync(join(root, 'exercises', exercise.path), { recursive: true })
  const lines = ['# 1.1 Hello world', '', '## In Python and in TypeScript', '', ...fences]
  writeFileSync(join(root, readme), lines.join('\n'))
  return programOf(root, exercise)
}

const stamped = fence('text', 'Hello @0', 'World @1.5')

test('the first program that says what it prints, and the learner’s own answer', () => {
  const program = programIn(fence('python', 'main()'), fence('ts', ...HELLO), stamped)

  expect(program).toMatchObject({
    title: '1.1 Hello world',
    imports: './hello-world.ts',
    answer: normalizePath(join(root, exercise.stub)),
    test: candidateId(root, { exercise, file: exercise.stub }),
    real: false,
    promised: 1_500,
  })
})

test('an output without seconds asks for the real clock', () => {
  expect(programIn(fence('ts', ...HELLO), fence('text', 'Hello', 'World'))).toMatchObject({
    real: true,
    promised: 0,
  })
})

test.each([
  ['no output', [fence('ts', ...HELLO)]],
  ['no TypeScript', [fence('python', 'main()'), stamped]],
  ['none in its section', ['## Hints', fence('ts', ...HELLO), stamped]],
])('a lesson with %s has nothing to play', (_kind, fences) => {
  expect(programIn(...fences)).toBe(`${readme} has no program that could be played.`)
})
