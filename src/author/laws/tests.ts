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
        late.map((text): Found => [lineOf(source, text), SENTENCE]),
      )
    })

const SENTENCE = 'Assert this before the picture, or in a test of its own: a picture comes last.'

/** The tests of a file, each as the texts of its statements. */
function bodiesOf(file: string, source: string): string[][] {
  return parseSync(file, source).program.body.flatMap((statement) => {
    if (statement.type !== 'ExpressionStatement') return []
    const { expression } = statement
    if (expression.type !== 'CallExpression') return []
    const body = expression.arguments.at(-1)
    if (body?.type !== 'ArrowFunctionExpression' || body.body.type !== 'BlockStatement') return []
    return [body.body.body.map(({ start, end }) => source.slice(start, end))]
  })
}

const behindPicture = (statements: readonly string[]): string[] => {
  const picture = statements.findIndex(isPicture)
  return picture < 0
    ? []
    : statements.slice(picture + 1).filter((text) => /\bexpect\b/.test(text) && !isPicture(text))
}

const isPicture = (statement: string): boolean => statement.includes('.toLookLike(')

const lineOf = (source: string, statement: string): number =>
  source.slice(0, source.indexOf(statement)).split('\n').length
