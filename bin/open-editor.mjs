// Opens a file in the editor that is named, or else in the one that is running, in VS Code, or in what
// the system has for texts. A process of its own, because the library prints what goes wrong, and the
// screen belongs to somebody else.
import { once } from 'node:events'
import { spawn } from 'node:child_process'
import launch from 'launch-editor'
import guess from 'launch-editor/guess.js'

const [file, named] = process.argv.slice(2)
/** They would take a terminal that is not theirs. */
const IN_TERMINAL = /^(n?vim?|emacs|nano|helix|hx|micro)$/
/** Of what Linux opens a .ts file with by itself one knows only that it may be a film. */
const SYSTEM = { darwin: ['open', '-t'], win32: ['notepad.exe'] }[process.platform]

/** One that is still open after a while has opened the file. */
const late = () => new Promise((resolve) => setTimeout(resolve, 1_500, [0]).unref())

// npm names an editor where nobody has named one, and the library would take it.
delete process.env.EDITOR
delete process.env.VISUAL
const running = named ?? guess()[0]
if (named || (running && !IN_TERMINAL.test(running))) {
  launch(file, running, () => (process.exitCode = 1))
} else if (!(await opens('code', '--reuse-window')) && !(SYSTEM && (await opens(...SYSTEM)))) {
  process.exitCode = 1
}

/** Whether there is such a program, and it takes the file. */
async function opens(program, ...args) {
  // On Windows `code` is a script, which only a shell can start.
  const shell = process.platform === 'win32'
  const child = spawn(program, [...args, shell ? `"${file}"` : file], { shell, stdio: 'ignore' })
  const ended = await Promise.race([once(child, 'exit'), late()]).catch(() => [1])
  return ended[0] === 0
}
