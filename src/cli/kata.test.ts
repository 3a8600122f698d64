import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { exerciseNamed, readCourse } from '../course/catalog.ts'
import { root } from '../testing/root.ts'
import { main } from './kata.ts'

let out: string
let err: string

beforeEach(() => {
  out = err = ''
  vi.spyOn(console, 'log').mockImplementation((text: string) => void (out += `${text}\n`))
  vi.spyOn(console, 'error').mockImplementation((text: string) => void (err += `${text}\n`))
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

/** As somebody types it, with a `''` for an empty word. */
const words = (line: string) => line.split(' ').map((word) => (word === "''" ? '' : word))

test.each([
  ['lst', "Unknown command 'lst'. Did you mean list?"],
  ['judge limbo', 'There is no exercise called "limbo". There are: 1.1 hello-world'],
  ['judge', 'Which exercise?'],
  ['judge hello-world --colour', "Unknown option '--colour'"],
  ['judge hello-world --solution', "Unknown option '--solution'. Did you mean --solutions?"],
  ['judge hello-world --jobs 0', '--jobs takes a whole number from 1, not "0".'],
  ['judge hello-world --jobs 1.5', '--jobs takes a whole number from 1, not "1.5".'],
  ['judge hello-world --jobs', "Option '--jobs <N>' argument missing."],
  ['judge hello-world --all', '--all judges everything: leave "hello-world" away.'],
  ['list hello-world', "Too many arguments for 'list'. Expected 0 arguments but got 1."],
  ['list --jsno', "Unknown option '--jsno'. Did you mean --json?"],
  ['play', 'Which exercise?'],
  ['play limbo', 'There is no exercise called "limbo". There are: 1.1 hello-world'],
  ['play 1.1 1.2', 'One exercise at a time, please.'],
  ['play 1.1 --speed 0', '--speed takes a number above 0 and at most 1000, not "0".'],
  ['play 1.1 --speed=-3', '--speed takes a number above 0 and at most 1000, not "-3".'],
  ['play 1.1 --speed 1001', 'not "1001"'],
  ['play 1.1 --speed fast', 'not "fast"'],
  ["play 1.1 --speed ''", 'not ""'],
  ['play 1.1 --quick', "Unknown option '--quick'"],
  ['start 1.1 1.2', 'One exercise at a time, please.'],
  ['start 9.9', 'There is no exercise called "9.9".'],
  ['start --plian', "Unknown option '--plian'"],
  ['reset', 'Which exercise?'],
  ['reset helo-wolrd', 'Did you mean hello-world?'],
  ['reset exercises/01-the-post/01-helo-world/', 'Did you mean hello-world?'],
  ['new 1', 'npm run new -- <chapter> <slug>'],
  ['new 1', 'Which slug?'],
  ['new 1 rate limit', 'npm run new -- <chapter> <slug>'],
  ['check nowhere', 'There is no exercise called "nowhere".'],
  ['soak --runs 0', '--runs takes a whole number from 1, not "0".'],
  ['soak --busy some', '--busy takes a whole number from 0, not "some".'],
  ['soak --mistakes --timing', 'One kind at a time: --mistakes or --timing.'],
  ['bench --saves none', '--saves takes a whole number from 1, not "none".'],
  ['handouts --chekc', "Unknown option '--chekc'. Did you mean --check?"],
  ['handouts somewhere', "Too many arguments for 'handouts'."],
  ['handouts --out', "Option '--out <folder>' argument missing."],
  ["handouts --out ''", '--out needs the name of a folder.'],
])('%s: 2, and a sentence', async (line, sentence) => {
  expect(await main(root, words(line))).toBe(2)
  expect(err).toContain(sentence)
  expect(err).not.toMatch(/^\s+at /m)
  expect(err).not.toMatch(/^\.$/m)
  expect(out).toBe('')
})

test.each([
  ['--help', 'judge '],
  ['start --help', '[exercise]'],
  ['judge --help', '--mistakes'],
  ['judge --help', 'npm run -s judge -- limit --json'],
  ['list --help', '--json'],
  ['play --help', '--speed N'],
  ['reset --help', '<exercise>'],
  ['new --help', '<chapter> <slug>'],
  ['check --help', '[exercises...]'],
  ['bench --help', '--saves N'],
  ['soak --help', '--pause'],
  ['handouts --help', '--check'],
  ['test --help', 'npx vitest --help'],
  ['ui --help', 'npx vitest --help'],
])('%s tells how it is called', async (line, words) => {
  expect(await main(root, line.split(' '))).toBe(0)
  expect(out).toContain(words)
  expect(out).not.toContain('play-child')
})

test.each([
  'lazy-coroutine',
  'Lazy-Coroutine',
  '1.6',
  '06-lazy-coroutine',
  'lazy-coroutine.ts',
  'exercises/01-the-post/06-lazy-coroutine/lazy-coroutine.ts',
  './exercises/01-the-post/06-lazy-coroutine/',
  'exercises/01-the-post/06-lazy-coroutine/README.md',
  'exercises\\01-the-post\\06-lazy-coroutine\\lazy-coroutine.ts',
  'C:\\kata\\Exercises\\01-the-post\\06-lazy-coroutine',
  `${root}test/01-the-post/06-lazy-coroutine/lazy-coroutine.test.ts`,
])('%s names 1.6', (name) => {
  expect(exerciseNamed(readCourse(root), name).number).toBe('1.6')
})

test.each([
  ['play', 'speed', '0.5', ['Hello-World'], 'npm run play -- … --speed'],
  ['judge', 'json', 'true', ['1.1'], 'npm run judge -- … --json'],
  ['handouts', 'check', 'true', [], 'npm run handouts -- … --check'],
])(
  'npm run %s --%s has lost its flag, and does nothing',
  async (name, flag, value, args, meant) => {
    vi.stubEnv('npm_lifecycle_event', name)
    vi.stubEnv(`npm_config_${flag}`, value)

    expect(await main(root, [name, ...args])).toBe(2)
    expect(err).toContain(`npm kept --${flag} for itself. Put -- in front of flags: ${meant}`)
  },
)

test('the options are read', async () => {
  const run = vi.fn(() => 0)
  vi.doMock('./handouts.ts', async (original) => ({ ...(await original<object>()), run }))

  expect(await main(root, words('handouts --check --out here'))).toBe(0)
  expect(run).toHaveBeenCalledWith(root, [], { check: true, out: 'here' })
  vi.doUnmock('./handouts.ts')
})

test('a flag that npm has kept from another program is nothing to us', async () => {
  vi.stubEnv('npm_lifecycle_event', 'start')
  vi.stubEnv('npm_config_json', 'true')

  expect(await main(root, ['judge', 'limbo'])).toBe(2)
  expect(err).toContain('There is no exercise called "limbo".')
})

test('the -- that pnpm hands on is no argument', async () => {
  expect(await main(root, ['play', '--', '1.1', '--speed', 'fast'])).toBe(2)
  expect(err).toContain('not "fast"')
})
