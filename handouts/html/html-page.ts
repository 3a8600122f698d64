import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'

import { WORDS } from '../words.ts'

/** A page that stands alone: no other file is needed to read it, nor a network. */
export function htmlPage(title: string, kind: string, body: ElementContent[]): string {
  const head = h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('meta', { name: 'description', content: WORDS.subject }),
    h('title', title),
    h('style', style()),
  ])
  const page = h('html', { lang: 'en' }, [head, h('body', { class: kind }, [...body, script()])])
  const root: Root = { type: 'root', children: [{ type: 'doctype' }, page] }
  return `${toHtml(root, { allowDangerousHtml: true })}\n`
}

const style = (): string =>
  readFileSync(join(import.meta.dirname, 'style.css'), 'utf8').replaceAll('\r\n', '\n')

/** What is folded has to be open on paper, in browsers that cannot do it by style alone. */
const script = (): ElementContent =>
  h(
    'script',
    "addEventListener('beforeprint', function () {" +
      "document.querySelectorAll('details').forEach(function (one) { one.open = true })})",
  )
