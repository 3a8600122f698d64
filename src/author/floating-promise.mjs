import tseslint from 'typescript-eslint'

const original = tseslint.plugin.rules['no-floating-promises']

/**
 * typescript-eslint's `no-floating-promises`, which also says which promise floats and where this
 * course explains it.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const floatingPromise = {
  meta: { ...original.meta, hasSuggestions: false, messages: {} },
  create(context) {
    const report = ({ node }) => {
      const promise = context.sourceCode.getText(node).replace(/;$/, '').split('\n')[0]
      context.report({
        node,
        message: `\`${promise}\` is a promise that nobody awaits. Exercise 1.3 (chained-handlers) is about this bug.`,
      })
    }
    return original.create(Object.create(context, { report: { value: report } }))
  },
}
