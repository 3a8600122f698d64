import { h } from 'hastscript'

import type { Page } from '../model/pages.ts'
import { WORDS } from '../words.ts'
import { hastOf } from './blocks.ts'
import { htmlDocument } from './document.ts'
import { scopes, type Place } from './scope.ts'

/** A page as HTML; its exercises lead into the participant's booklet. */
export function pageHtml(place: Place, { name, source, blocks }: Page): string {
  const scope = scopes(place)(source, name, 0)
  return htmlDocument(`${WORDS.course}: ${source.title}`, WORDS.subject, `page ${name}`, [
    h('main', [h('h1', source.title), ...hastOf(blocks, scope)]),
  ])
}
