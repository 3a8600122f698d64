import type { Element, ElementContent } from 'hast'
import { createHighlighterCore } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import python from 'shiki/langs/python.mjs'
import typescript from 'shiki/langs/typescript.mjs'
import dark from 'shiki/themes/github-dark-default.mjs'
import light from 'shiki/themes/github-light-default.mjs'

/** What kind of word it is; nothing in particular when empty. */
type Kind = '' | 'comment' | 'keyword' | 'number' | 'string'

/** A word of a program, or what is between two of them. */
export interface Token {
  text: string
  kind: Kind
}

/** Colours programs, for both writers. */
export interface Highlighter {
  /** A `pre` whose words carry one colour for light pages and one for dark ones. */
  html: (code: string, lang: string) => ElementContent
  /** The words of each line. */
  tokens: (code: string, lang: string) => Token[][]
}

/** Loads the two grammars; what is in neither language is shown without colours. */
export async function openHighlighter(): Promise<Highlighter> {
  const shiki = await createHighlighterCore({
    engine: createJavaScriptRegexEngine(),
    langs: [python, typescript],
    themes: [light, dark, KINDS],
  })
  const known = (lang: string) => (lang === 'python' || lang === 'ts' ? lang : 'text')
  const themes = { light: 'github-light-default', dark: 'github-dark-default' }
  return {
    html: remembered((code, lang) => {
      const options = { ...PATIENT, lang: known(lang), themes, defaultColor: false } as const
      return withoutAttributes(shiki.codeToHast(code, options).children[0] as Element)
    }),
    tokens: remembered((code, lang) =>
      shiki
        .codeToTokensBase(code, { ...PATIENT, lang: known(lang), theme: 'kinds' })
        .map((line) =>
          line.map(({ content, color }) => ({ text: content, kind: kindOf(color ?? '') })),
        ),
    ),
  }
}

/** On a busy machine the first program takes its time, and would lose its colours halfway. */
const PATIENT = { tokenizeTimeLimit: 0 } as const

/** Most programs stand in three handouts. */
function remembered<T>(make: (code: string, lang: string) => T): (code: string, lang: string) => T {
  const made = new Map<string, T>()
  return (code, lang) => {
    const key = `${lang}\n${code}`
    const found = made.get(key) ?? make(code, lang)
    made.set(key, found)
    return found
  }
}

/** Classes and background of the `pre` are our style's business; it scrolls, so it takes the focus. */
const withoutAttributes = (pre: Element): Element => ({ ...pre, properties: { tabIndex: 0 } })

const SCOPES: Record<Exclude<Kind, ''>, string[]> = {
  comment: ['comment'],
  keyword: ['keyword', 'storage'],
  number: ['constant.numeric'],
  string: ['string'],
}

const KIND_NAMES = Object.keys(SCOPES) as (keyof typeof SCOPES)[]
const NONE = '#000000'
const colourOf = (kind: keyof typeof SCOPES): string => `#00000${KIND_NAMES.indexOf(kind) + 1}`

/** Signs such as `=` and `=>` are keywords to the grammars; in bold they would only be restless. */
const PLAIN_SCOPES = [
  'keyword.operator.assignment',
  'keyword.operator.arithmetic',
  'keyword.operator.comparison',
  'keyword.operator.type',
  'keyword.operator.ternary',
  'keyword.operator.optional',
  'keyword.operator.spread',
  'keyword.operator.rest',
  'storage.type.function.arrow',
  'meta.template.expression',
]

/** A theme whose colours are nothing but the numbers of the kinds. */
const KINDS = {
  name: 'kinds',
  type: 'light' as const,
  fg: NONE,
  bg: '#ffffff',
  settings: [
    { settings: { foreground: NONE } },
    ...KIND_NAMES.map((kind) => ({
      scope: SCOPES[kind],
      settings: { foreground: colourOf(kind) },
    })),
    { scope: PLAIN_SCOPES, settings: { foreground: NONE } },
  ],
}

const kindOf = (colour: string): Kind =>
  KIND_NAMES.find((kind) => colourOf(kind) === colour.toLowerCase()) ?? ''
