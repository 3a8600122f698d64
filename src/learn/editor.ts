import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Editors that want the terminal for themselves. */
const IN_TERMINAL = 'vi vim nvim nano pico micro hx helix kak joe ne'.split(' ')

interface Surroundings {
  root: string
  env: NodeJS.ProcessEnv
  /** Gives the terminal away while an editor needs it, and takes it back. */
  lend: (use: () => Promise<void>) => Promise<void>
}

/**
 * Opens a file in the learner's editor: the one that `$VISUAL` or `$EDITOR` names, or else the one
 * that is running, or what else there is (`bin/open-editor.mjs`). Resolves to a sentence that says
 * what happened.
 */
export async function openInEditor(
  file: string,
  { root, env, lend }: Surroundings,
): Promise<string> {
  const named = env.VISUAL ?? (isOfNpm(env) ? undefined : env.EDITOR)
  if (named === undefined || !wantsTerminal(named)) return inWindow(root, file, named)
  let failure: string | undefined
  await lend(async () => {
    failure = await inTerminal(named, file)
  })
  return failure ?? ''
}

/**
 * Whether it is npm that names the editor: it does so for whoever has named none, and asks for none
 * but this. Whoever wants vi can say so by $VISUAL.
 *
 * @see https://docs.npmjs.com/cli/v11/using-npm/config#editor
 */
const isOfNpm = ({ EDITOR = '', npm_lifecycle_event }: NodeJS.ProcessEnv): boolean =>
  npm_lifecycle_event !== undefined && /^vi$|notepad\.exe$/i.test(EDITOR)

const wantsTerminal = (command: string): boolean => {
  const [program = '', ...flags] = command.split(' ')
  const name = basename(program).replace(/\.exe$/, '')
  return IN_TERMINAL.includes(name) || (name === 'emacs' && flags.includes('-nw'))
}

async function inTerminal(command: string, file: string): Promise<string | undefined> {
  const [program = '', ...flags] = command.split(' ')
  try {
    await once(spawn(program, [...flags, file], { stdio: 'inherit' }), 'exit')
    return undefined
  } catch {
    return `The editor "${command}" could not be started: $VISUAL or $EDITOR names it.`
  }
}

/** Real milliseconds after which an editor that could not be started would have said so. */
const STARTED_BY_NOW = 2_000

async function inWindow(root: string, file: string, named: string | undefined): Promise<string> {
  const opener = join(root, 'bin', 'open-editor.mjs')
  const args = [opener, file, ...(named === undefined ? [] : [named])]
  const child = spawn(process.execPath, args, { stdio: 'ignore' })
  const [code] = (await Promise.race([
    once(child, 'exit'),
    wait(STARTED_BY_NOW, [0], { ref: false }),
  ])) as [number | null]
  return code === 0
    ? 'Opened in your editor.'
    : 'No editor was found. Open the file above by hand, or set $VISUAL to the command of yours.'
}
