import { Command, CommanderError } from 'commander'

import { readCourse } from '../course/catalog.ts'
import { rememberStubs } from '../course/stubs.ts'
import type { CommandFile, ExitCode } from './command.ts'

/** Every command: what it is for, none for those that only our own programs start, and its file. */
const COMMANDS: Record<string, [string | undefined, () => Promise<CommandFile>]> = {
  start: ['opens an exercise; the first that is not solved', () => import('./start.ts')],
  ui: ['the same in the browser', async () => (await import('./vitest.ts')).ui],
  test: [
    'proves the course, and whatever was begun here',
    async () => (await import('./vitest.ts')).test,
  ],
  judge: ['what the tests say of answers', () => import('./judge.ts')],
  list: ['the course, and how far you are', () => import('./list.ts')],
  play: ['the program of a README with your answer', () => import('./play.ts')],
  reset: ['puts a stub back; your file is kept', () => import('./reset.ts')],
  types: ['what TypeScript says of your answers', () => import('./types.ts')],
  handouts: ['makes booklets, sheets and pages in dist/handouts/', () => import('./handouts.ts')],
  new: ['lays out a new exercise at the end of a chapter', () => import('./new.ts')],
  check: ['everything that CI runs; of exercises, laws and snippets', () => import('./check.ts')],
  sentences: ['everything that the tests can say, as a page', () => import('./sentences.ts')],
  bench: ['how long a learner waits', () => import('./bench.ts')],
  soak: ['how steady the tests in real time are', () => import('./soak.ts')],
  'play-child': [undefined, () => import('../run/play/child.ts')],
  'type-child': [undefined, () => import('../judge/type-child.ts')],
}

/**
 * Runs a command: its name, and what follows it. Resolves to the exit code, which is 2 when it was
 * called wrongly, and to nothing where somebody else sets it.
 */
export async function main(root: string, args: readonly string[]): Promise<ExitCode> {
  const [name = '', ...words] = args
  // pnpm hands on what npm takes away.
  const rest = words[0] === '--' ? words.slice(1) : words
  let code: ExitCode
  try {
    const program = parser()
    const command = program.commands.find((one) => one.name() === name)
    const file = await COMMANDS[name]?.[1]()
    if (command && file) {
      rememberStubs(root, readCourse(root))
      declare(command, file)
      refuseLostFlags(command)
      command.action(async () => {
        code = await file.run(root, command.args, command.opts())
      })
    }
    await program.parseAsync(name === '' ? [] : [name, ...rest], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    console.error(sentenceOf(error))
    return 2
  }
}

/** All commands by their names, in our words, and without a process that ends in between. */
function parser(): Command {
  const program = new Command('npm run')
    .usage('COMMAND -- …')
    .helpCommand(false)
    .helpOption('-h, --help', 'this text')
    .exitOverride()
    .configureHelp({ optionTerm: ({ flags }) => flags.replace(/[<>]/g, '') })
    .configureOutput({
      writeOut: (text) => console.log(text.trimEnd()),
      writeErr: (text) => console.error(text.trimEnd()),
      outputError: (text, write) => write(inOurWords(text)),
    })
  for (const [name, [summary]] of Object.entries(COMMANDS)) {
    program.command(name, { hidden: summary === undefined }).description(summary ?? '')
  }
  return program
}

function declare(command: Command, file: CommandFile): void {
  file.define(command)
  // Its own words put the options first, whether there are any or not.
  const words = command.usage().split(' ').slice(1)
  command.usage(['--', ...words, ...(command.options.length > 0 ? ['[options]'] : [])].join(' '))
  command.showHelpAfterError(`\nnpm run ${command.name()} ${command.usage()}   --help tells more`)
}

const inOurWords = (text: string): string =>
  text
    .replace(/^error: missing required argument '(\w+)'/, 'Which $1?')
    .replace(/^error: too many arguments .*Expected 1 .*/, 'One exercise at a time, please.')
    .replace(/^error: (.)/, (_, first: string) => first.toUpperCase())
    .replace(/'\n\((Did you mean .*\?)\)/, "'. $1")
    .replace(/([^.?\n])\n*$/, '$1.')

/**
 * npm takes a flag in front of `--` for one of its own: `npm run handouts --check` would build them.
 *
 * @throws Error with a sentence.
 */
function refuseLostFlags(command: Command): void {
  if (process.env.npm_lifecycle_event !== command.name()) return
  const lost = command.options
    .map(({ long }) => long ?? '')
    .filter((flag) => process.env[`npm_config_${flag.slice(2).replaceAll('-', '_')}`] !== undefined)
  if (lost.length === 0) return
  const meant = `npm run ${command.name()} -- … ${lost.join(' ')}`
  throw new Error(`npm kept ${lost.join(' and ')} for itself. Put -- in front of flags: ${meant}`)
}

/** An error of any other kind than a plain one is a fault of ours, and tells where. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.constructor === Error ? error.message : (error.stack ?? error.message)
}
