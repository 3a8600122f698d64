/**
 * A text as a Typst string literal. Nothing of a lesson gets into the Typst source in any other way,
 * so no sign in it can mean anything to Typst.
 */
export const literal = (text: string): string =>
  `"${text.replace(/["\\]|\p{Cc}/gu, (sign) => ESCAPES[sign] ?? codeOf(sign))}"`

const ESCAPES: Record<string, string> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

const codeOf = (sign: string): string => `\\u{${sign.charCodeAt(0).toString(16)}}`

/** The texts of all literals in a Typst source, to see what has got into it. */
export function textsIn(typst: string): string[] {
  return [...typst.matchAll(/"((?:[^"\\]|\\.)*)"/gs)].map(([, inside = '']) =>
    inside.replace(/\\(?:u\{([0-9a-f]+)\}|(.))/gs, meant),
  )
}

function meant(_all: string, code: string | undefined, sign: string): string {
  return code === undefined ? (MEANINGS[sign] ?? sign) : String.fromCodePoint(parseInt(code, 16))
}

const MEANINGS: Record<string, string> = { n: '\n', r: '\r', t: '\t' }
