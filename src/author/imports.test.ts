import { ESLint } from 'eslint'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { root } from '../testing/root.ts'

// Which way imports run is a law that ESLint holds. The rules about types stay out of it: they would
// load the whole project, and the watchdog minds how much memory a process takes.
const MODEL = '01-the-post/03-chained-handlers'
const FILES = {
  exercise: `exercises/${MODEL}/chained-handlers.ts`,
  solution: `solutions/${MODEL}/chained-handlers.ts`,
  mistake: `test/${MODEL}/mistakes/for-each.ts`,
  accepted: `test/${MODEL}/accepted/reduce.ts`,
  test: `test/${MODEL}/chained-handlers.test.ts`,
  harness: 'harness/story.ts',
  thread: 'harness/watchdog-thread.mjs',
  harnessTest: 'harness/picture.test.ts',
  course: 'course/catalog.ts',
  law: 'course/laws/law.ts',
  courseTest: 'course/catalog.test.ts',
}
type Place = keyof typeof FILES

let eslint: ESLint
beforeAll(() => {
  eslint = new ESLint({
    cwd: root,
    ruleFilter: ({ ruleId }) => ruleId.startsWith('no-restricted-'),
    overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
  })
})

/** Whether ESLint refuses what a file imports. */
async function refuses(place: Place, code: string): Promise<boolean> {
  const [result] = await eslint.lintText(code, { filePath: join(root, FILES[place]) })
  const fatal = result?.messages.find((message) => message.fatal)
  if (!result || fatal) throw new Error(fatal?.message ?? `${FILES[place]} was not linted.`)
  return result.messages.length > 0
}

const REFUSED: [Place, string[]][] = [
  ['exercise', ['#harness', '#reference/a.ts', './other.ts', 'vitest', 'fast-check']],
  ['solution', ['#harness', '#exercises/a.ts', './other.ts', 'vitest']],
  ['mistake', ['#harness', '#reference/a.ts', './late.ts', '../accepted/reduce.ts', 'vitest']],
  ['accepted', ['#harness', '#reference/a.ts', '../mistakes/late.ts', 'vitest']],
  ['test', ['vitest', 'fast-check', '#harness/clock.ts', '../../../course/run.ts', './x.ts']],
  ['harness', ['../course/run.ts', '../exercises/a.ts', '../test/a.ts', '#exercises/a.ts', 'vite']],
  ['harness', ['#reference/a.ts', './../course/run.ts', 'eslint']],
  ['thread', ['../course/run.ts', 'vite']],
  ['course', ['../exercises/a.ts', '../solutions/a.ts', '../test/a.ts', './../test/a.ts']],
  ['course', ['#exercises/a.ts', '#reference/a.ts']],
  ['law', ['../../exercises/a.ts', '../../solutions/a.ts', '../../test/a.ts']],
]

const ALLOWED: [Place, string[]][] = [
  ['exercise', ['node:timers/promises', 'node:events']],
  ['solution', ['node:timers/promises']],
  ['mistake', ['node:timers/promises']],
  ['accepted', ['node:timers/promises']],
  ['test', ['#harness', '#exercises/a.ts', '#reference/a.ts', 'node:events']],
  ['harness', ['vitest', 'fast-check', 'node:timers', './clock.ts', '../course/catalog.ts']],
  ['harnessTest', ['../course/run.ts', 'vite']],
  ['course', ['vite', 'vitest/node', '../harness/test.ts', './run.ts', 'typescript']],
  ['courseTest', ['../solutions/a.ts']],
]

const each = (table: [Place, string[]][]) =>
  table.flatMap(([place, names]) => names.map((name): [Place, string] => [place, name]))

/** The ways to import, as TypeScript and JavaScript have them. */
const forms = (place: Place, name: string): string[] => [
  `import '${name}'\n`,
  `export * from '${name}'\n`,
  `export const load = () => import('${name}')\n`,
  ...(FILES[place].endsWith('.ts')
    ? [`import type { T } from '${name}'\n`, `export type T = typeof import('${name}')\n`]
    : []),
]

test.each(each(REFUSED))(
  '%s cannot import %s, in whatever way',
  async (place, name) => {
    for (const form of forms(place, name)) expect(await refuses(place, form), form).toBe(true)
  },
  60_000,
)

test.each(each(ALLOWED))(
  '%s can import %s, in whatever way',
  async (place, name) => {
    for (const form of forms(place, name)) expect(await refuses(place, form), form).toBe(false)
  },
  60_000,
)
