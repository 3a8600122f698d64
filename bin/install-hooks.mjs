// Puts the git hooks in place. A workshop laptop may have no git, a download has no .git folder,
// and `--omit=dev` has no husky: none of them is a reason for an installation to fail.
import { existsSync } from 'node:fs'

if (existsSync('.git') && process.env.CI !== 'true') {
  const husky = await import('husky').catch(() => undefined)
  const complaint = husky?.default()
  if (complaint) console.log(`No git hooks installed: ${complaint}`)
}
