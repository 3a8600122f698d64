// The git hook: lints and formats what is staged. Without lint-staged (an installation without
// development packages, or none) there is nothing to run, and nobody is kept from committing.
const { default: lintStaged } = await import('lint-staged').catch(() => ({}))

if (lintStaged && !(await lintStaged({ quiet: true }))) {
  console.error('\nThe commit was stopped: mend what is named above, or commit with --no-verify.')
  process.exitCode = 1
}
