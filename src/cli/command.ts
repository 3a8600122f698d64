import type { Command } from 'commander'

/** What a file in this folder exports: one command. */
export interface CommandFile {
  /** Declares arguments and options. */
  define(command: Command): unknown
  /**
   * Runs it; `args` are what is no flag. Resolves to the exit code, or to nothing where somebody
   * else sets it.
   *
   * @throws Error with a sentence when it was called wrongly.
   */
  run(root: string, args: readonly string[], options: object): ExitCode | Promise<ExitCode>
}

export type ExitCode = number | undefined

/** Reads the number behind an option. @throws Error with a sentence. */
export const wholeNumber =
  (option: string, least: number) =>
  (text: string): number => {
    if (/^\d+$/.test(text) && Number(text) >= least) return Number(text)
    throw new Error(`${option} takes a whole number from ${least}, not "${text}".`)
  }
