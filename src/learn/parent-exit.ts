/** Real milliseconds between two looks at who has started this process. */
const LOOKS_EVERY = 500

/**
 * Calls back when the program that has started this one is gone: a shell that npm has started passes
 * no signal on. Never on Windows, where the number of that program stays what it was. Call the result
 * to stop looking.
 */
export function whenParentExits(onExit: () => void): () => void {
  const parent = process.ppid
  const looks = setInterval(() => {
    if (process.ppid !== parent) onExit()
  }, LOOKS_EVERY)
  return () => clearInterval(looks)
}
