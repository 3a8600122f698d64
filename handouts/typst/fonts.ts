import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

const SANS = '@expo-google-fonts/source-sans-3'
const MONO = 'dejavu-fonts-ttf/ttf/DejaVuSansMono'

/** The fonts of the printed handouts, as packages of npm bring them along. */
export const FONTS = {
  prose: [
    `${SANS}/400Regular/SourceSans3_400Regular.ttf`,
    `${SANS}/400Regular_Italic/SourceSans3_400Regular_Italic.ttf`,
    `${SANS}/600SemiBold/SourceSans3_600SemiBold.ttf`,
    `${SANS}/600SemiBold_Italic/SourceSans3_600SemiBold_Italic.ttf`,
  ],
  code: ['', '-Bold', '-Oblique', '-BoldOblique'].map((style) => `${MONO}${style}.ttf`),
} as const

/** What Typst tells of a font file, as far as it is used here. */
export interface FontInfo {
  info: { coverage: number[] }[]
}

/** Prose or code: what is set in which font. */
export type Style = keyof typeof FONTS

/** The bytes of a font. */
export const fontBytes = (file: string): Uint8Array =>
  new Uint8Array(readFileSync(require.resolve(file)))

/** The characters that every font of a style can draw. */
export type Drawable = Record<Style, ReadonlySet<number>>

/** Reads from the fonts what they can draw. */
export const drawable = (infoOf: (bytes: Uint8Array) => FontInfo): Drawable => ({
  prose: inEvery(FONTS.prose, infoOf),
  code: inEvery(FONTS.code, infoOf),
})

function inEvery(
  files: readonly string[],
  infoOf: (bytes: Uint8Array) => FontInfo,
): ReadonlySet<number> {
  const sets = files.map((file) => covered(infoOf(fontBytes(file))))
  const [first = new Set<number>(), ...rest] = sets
  return new Set([...first].filter((code) => rest.every((other) => other.has(code))))
}

/** Typst tells the characters of a font as lengths of runs: not there, there, not there … */
function covered({ info }: FontInfo): Set<number> {
  const codes = new Set<number>()
  let [code, isThere] = [0, false]
  for (const length of info[0]?.coverage ?? []) {
    for (let end = code + length; code < end; code += 1) if (isThere) codes.add(code)
    isThere = !isThere
  }
  return codes
}
