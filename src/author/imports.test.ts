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
  clock: 'src/clock/clock.ts',
  timeline: 'src/timeline/span.ts',
  course: 'src/course/catalog.ts',
  harness: 'src/harness/story.ts',
  thread: 'src/harness/watchdog-thread.mjs',
  harnessTest: 'src/harness/test.test.ts',
  judge: 'src/judge/judge.ts',
  snippet: 'src/run/snippets/snippet.ts',
  learn: 'src/learn/loop.ts',
  law: 'src/author/laws/law.ts',
  cli: 'src/cli/list.ts',
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

/** The lines of a file that import what ESLint refuses. */
async function refusedIn(place: Place, lines: readonly string[]): Promise<string[]> {
  const code = `${lines.join('\n')}\n`
  const [result] = await eslint.lintText(code, { filePath: join(root, FILES[place]) })
  const fatal = result?.messages.find((message) => message.fatal)
  if (!result || fatal) throw new Error(fatal?.message ?? `${FILES[place]} was not linted.`)
  const told = result.messages.map(({ line }) => line)
  return lines.filter((_, index) => told.includes(index + 1))
}

const REFUSED: [Place, string[]][] = [
  ['exercise', ['#harness', '#reference/a.ts', './other.ts', 'vitest', 'fast-check']],
  ['solution', ['#harness', '#exercises/a.ts', './other.ts', 'vitest']],
  ['mistake', ['#harness', '#reference/a.ts', './late.ts', '../accepted/reduce.ts', 'vitest']],
  ['accepted', ['#harness', '#reference/a.ts', '../mistakes/late.ts', 'vitest']],
  ['test', ['vitest', 'fast-check', '#harness/clock.ts', '../../../src/judge/judge.ts', './x.ts']],
  ['clock', ['../timeline/span.ts', '../course/catalog.ts', '../harness/story.ts', 'vitest']],
  ['timeline', ['../clock/clock.ts', '../course/catalog.ts', '../harness/story.ts', 'node:path']],
  ['course', ['../../exercises/a.ts', '../../solutions/a.ts', '../../test/a.ts']],
  ['course', ['./../../test/a.ts', '#exercises/a.ts', '#reference/a.ts', '#harness']],
  ['course', ['../clock/clock.ts', '../harness/story.ts', '../judge/judge.ts']],
  ['harness', ['../judge/judge.ts', '../course/catalog.ts', '../testing/root.ts', 'vite']],
  ['harness', ['../../exercises/a.ts', '../../test/a.ts', '#exercises/a.ts', '#reference/a.ts']],
  ['harness', ['./../judge/judge.ts', 'eslint']],
  ['thread', ['../judge/judge.ts', 'vite']],
  ['judge', ['../run/snippets.ts', '../learn/loop.ts', '../author/new.ts', '../cli/list.ts']],
  ['judge', ['../testing/root.ts', '../../test/a.ts', '#harness']],
  ['snippet', ['../../restaurant/a.ts', '../../learn/loop.ts', '../../author/new.ts']],
  ['learn', ['../author/new.ts', '../cli/list.ts', '../../handouts/build.ts']],
  ['law', ['../../../exercises/a.ts', '../../../solutions/a.ts', '../../../test/a.ts']],
  ['law', ['../../cli/list.ts', '../../testing/root.ts', '../../../handouts/build.ts']],
  ['cli', ['../testing/root.ts', '../../exercises/a.ts']],
]

const ALLOWED: [Place, string[]][] = [
  ['exercise', ['node:timers/promises', 'node:events']],
  ['solution', ['node:timers/promises']],
  ['mistake', ['node:timers/promises']],
  ['accepted', ['node:timers/promises']],
  ['test', ['#harness', '#exercises/a.ts', '#reference/a.ts', 'node:events']],
  ['clock', ['node:timers', './timer.ts']],
  ['timeline', ['./seconds.ts']],
  ['course', ['node:fs', './title.ts', 'mdast-util-from-markdown']],
  ['harness', ['vitest', 'fast-check', 'node:timers', './test.ts', '../clock/clock.ts']],
  ['harness', ['../timeline/span.ts']],
  ['harnessTest', ['../judge/judge.ts', '../testing/root.ts', 'vite']],
  ['judge', ['vite', 'vitest/node', '../harness/test.ts', './verdict.ts', '../course/catalog.ts']],
  ['snippet', ['./python.ts', '../snippets.ts', '../../judge/judge.ts', 'typescript']],
  ['learn', ['../run/snippets.ts', '../restaurant/a.ts', '../timeline/svg.ts']],
  ['law', ['./numbers.ts', '../new.ts', '../../learn/loop.ts', '../../course/catalog.ts']],
  ['cli', ['../author/new.ts', '../clock/clock.ts', '../../handouts/build.ts', 'commander']],
]

const each = (table: [Place, string[]][]) =>
  table.flatMap(([place, names]) => names.map((name): [Place, string] => [place, name]))

/** The ways to import, as TypeScript and JavaScript have them. */
const forms = (place: Place, name: string): string[] => [
  `import '${name}'`,
  `export * from '${name}'`,
  `export const load = () => import('${name}')`,
  ...(FILES[place].endsWith('.ts')
    ? [`import type { T } from '${name}'`, `export type U = typeof import('${name}')`]
    : []),
]

test.each(each(REFUSED))(
  '%s cannot import %s, in whatever way',
  async (place, name) => {
    expect(await refusedIn(place, forms(place, name))).toEqual(forms(place, name))
  },
  60_000,
)

test.each(each(ALLOWED))(
  '%s can import %s, in whatever way',
  async (place, name) => {
    expect(await refusedIn(place, forms(place, name))).toEqual([])
  },
  60_000,
)
