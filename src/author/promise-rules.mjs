import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import tseslint from 'typescript-eslint'

/**
 * typescript-eslint's rule of this name, which is silent in a stub that nobody has touched. With a
 * `sentence` it also says which promise it is, what comes of it, and where this course explains it.
 *
 * @param {string} name
 * @param {(node: any, text: string, messageId: string) => string} [sentence] of what is reported, and the first line of its code
 * @returns {import('eslint').Rule.RuleModule}
 */
function told(name, sentence) {
  const original = tseslint.plugin.rules[name]
  const own = sentence && { hasSuggestions: false, messages: {} }
  return {
    meta: { ...original.meta, ...own },
    create(context) {
      if (isUntouched(context)) return {}
      if (!sentence) return original.create(context)
      const report = ({ node, loc, messageId }) => {
        const [text] = context.sourceCode.getText(node).replace(/;$/, '').split('\n')
        context.report({ node, ...(loc && { loc }), message: sentence(node, text, messageId) })
      }
      return original.create(Object.create(context, { report: { value: report } }))
    },
  }
}

/** Whether this is how the stub is remembered (see course/stubs.ts); or it says that it is not begun. */
function isUntouched({ cwd, filename, sourceCode: { text } }) {
  const remembered = join(cwd, '.cache', 'stubs', relative(cwd, filename))
  return existsSync(remembered)
    ? readFileSync(remembered, 'utf8') === text
    : /^\s*\/\/\s*TODO\b/m.test(text)
}

export const awaitThenable = told('await-thenable')
export const returnAwait = told('return-await')

export const floatingPromise = told('no-floating-promises', (_node, text, messageId) =>
  messageId.startsWith('floatingPromiseArray')
    ? `\`${text}\` is a list of promises, and nobody awaits them. Exercise 2.1 (gather) waits for all of a list.`
    : `\`${text}\` is a promise that nobody awaits. Exercise 1.3 (chained-handlers) is about this bug.`,
)

export const misusedPromise = told('no-misused-promises', ({ parent }, text, messageId) => {
  const { callee, type } = parent
  const called = callee?.property?.name ?? callee?.name
  if (called === 'forEach')
    return 'forEach waits for no function: all begin at once, and nobody knows when they end. Exercise 1.4 (two-servers) is about this bug.'
  if (type === 'NewExpression' && called === 'Promise')
    return 'A promise made by hand ends when resolve is called, and never if this async function fails. Exercise 1.2 (accept-request) makes one without async.'
  if (messageId === 'conditional' || messageId === 'predicate')
    return `\`${text}\` is a promise, or returns one, and that counts as true, whatever comes of it: await it first.`
  return 'Nobody awaits what this async function returns, nor hears of its failure. Exercise 3.4 (background-tasks) is about this bug.'
})
