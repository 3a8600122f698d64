// Opens a file in the editor that is running, or in the one that is named. A process of its own,
// because the library prints what goes wrong, and the screen belongs to somebody else.
import launch from 'launch-editor'

const [file, editor] = process.argv.slice(2)
launch(file, editor, () => (process.exitCode = 1))
