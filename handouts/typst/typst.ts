import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import initialise, {
  TypstCompilerBuilder,
  TypstFontResolverBuilder,
  type TypstCompiler,
} from '@myriaddreamin/typst-ts-web-compiler'

import { FONTS, fontBytes, type FontInfo } from './fonts.ts'

const require = createRequire(import.meta.url)

/** On which page something begins or ends; see `fact` in `template.typ`. */
export interface Fact {
  name: string
  page: number
}

/** A document that was set in type. */
export interface Pdf {
  bytes: Uint8Array
  /** The value of every `#metadata(…) <fact>` of the source. */
  facts: Fact[]
}

/** Image files by their names. */
export type Images = ReadonlyMap<string, Uint8Array>

/** Typst, which knows our fonts and templates, and nothing of the disk or the net. */
export interface Typst {
  /**
   * Sets a document in type. `images` are named as the source names them.
   *
   * @throws Error with Typst's own words when the source has a mistake.
   */
  print: (typst: string, images: Images) => Pdf
  fontInfo: (bytes: Uint8Array) => FontInfo
}

const FILES = ['template.typ', 'booklet.typ', 'sheet.typ', 'page.typ']

/** Starts Typst, which takes about half a second. */
export async function openTypst(): Promise<Typst> {
  const wasm = require.resolve('@myriaddreamin/typst-ts-web-compiler/wasm')
  await initialise({ module_or_path: readFileSync(wasm) })
  const fonts = new TypstFontResolverBuilder()
  const builder = new TypstCompilerBuilder()
  builder.set_dummy_access_model()
  for (const file of [...FONTS.prose, ...FONTS.code]) await builder.add_raw_font(fontBytes(file))
  const compiler = await builder.build()
  for (const file of FILES) {
    compiler.map_shadow(`/${file}`, readFileSync(join(import.meta.dirname, file)))
  }
  return {
    print: (typst, images) => {
      for (const [file, bytes] of images) compiler.map_shadow(`/${file}`, bytes)
      return print(compiler, typst)
    },
    fontInfo: (bytes) => fonts.get_font_info(bytes) as FontInfo,
  }
}

const MAIN = '/main.typ'

function print(compiler: TypstCompiler, typst: string): Pdf {
  compiler.add_source(MAIN, typst)
  try {
    const { result } = compiler.compile(MAIN, undefined, 'pdf', DIAGNOSTICS) as {
      result: Uint8Array
    }
    const facts = JSON.parse(compiler.query(MAIN, undefined, '<fact>', 'value')) as Fact[]
    return { bytes: result, facts }
  } catch (error) {
    throw new Error(`Typst cannot set this handout: ${String(error)}`, { cause: error })
  }
}

/** Diagnostics as texts. */
const DIAGNOSTICS = 1
