import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Real milliseconds between two looks at who has started this process. */
const LOOKS_EVERY = 500

/**
 * Tells when whoever has started this process is gone: a shell that npm has started passes no signal
 * on, and lives on itself when npm is killed. Call the result to look no more.
 */
export function whenLeftAlone(leave: () => void): () => void {
  // On Windows the number stays what it was.
  const parent = process.ppid
  const isFromNpm = process.env.npm_lifecycle_event !== undefined
  const npm = isFromNpm ? parentOf(parent) : undefined
  const looks = setInterval(() => {
    if (process.ppid !== parent || (npm !== undefined && !isThere(npm))) leave()
  }, LOOKS_EVERY)
  return () => clearInterval(looks)
}

/** The process that has started another one; nothing where nobody tells. */
function parentOf(pid: number): number | undefined {
  try {
    const found =
      process.platform === 'linux'
        ? // The name before it, in brackets, may hold whatever it likes.
          readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]
        : execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { stdio: 'pipe' })
    const parent = Number(found)
    return parent > 1 ? parent : undefined
  } catch {
    return undefined
  }
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
