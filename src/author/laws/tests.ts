import { parseSync } from 'vite'

import { textOf } from '../../course/text-of.ts'
import { violations, type Found, type Law } from './law.ts'

/** Law: a picture is the last thing that a test asserts, so that it is the last that is read. */
export const picturesComeLast: Law = ({ root, exercises, files }) =>
  exercises
    .filter(({ test }) => files.includes(test))
    .flatMap(({ test }) => {
      const source = textOf(root, test)
      const late = bodiesOf(test, source).flatMap(behindPicture)
      return violations(
        test,
        late.map(({ line }): Found => [line, SENTENCE]),
      )
    })

const SENTENCE = 'Assert this before the picture, or in a test of its own: a picture comes last.'

interface Statement {
  text: string
  line: number
}

/** The tests of a file, each as its statements. */
function bodiesOf(file: string, source: string): Statement[][] {
  return parseSync(file, source).program.body.flatMap((statement) => {
    if (statement.type !== 'ExpressionStatement') return []
    const { expression } = statement
    if (expression.type !== 'CallExpression') return []
    const body = expression.arguments.at(-1)
    if (body?.type !== 'ArrowFunctionExpression' || body.body.type !== 'BlockStatement') return []
    return [
      body.body.body.map(({ start, end }) => ({
        text: source.slice(start, end),
        line: source.slice(0, start).split('\n').length,
      })),
    ]
  })
}

const behindPicture = (statements: readonly Statement[]): Statement[] => {
  const picture = statements.findIndex(isPicture)
  return picture < 0
    ? []
    : statements.slice(picture + 1).filter((one) => /\bexpect\b/.test(one.text) && !isPicture(one))
}

const isPicture = ({ text }: Statement): boolean => text.includes('.toLookLike(')
