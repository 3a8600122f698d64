import { h } from 'hastscript'

import type { Handout } from '../model/handouts.ts'
import { WORDS } from '../words.ts'
import { htmlPage } from './html-page.ts'

/** The page from which all handouts can be reached. */
export const indexHtml = (handouts: readonly Handout[]): string =>
  htmlPage(`${WORDS.course}: handouts`, 'page', [
    h('main', [
      h('header.cover', [
        h('h1', WORDS.course),
        h('p.subtitle', 'Handouts'),
        h('p', WORDS.subject),
      ]),
      h(
        'table.files',
        h(
          'tbody',
          handouts.map(({ name, title, about }) =>
            h('tr', [
              h('td', [h('strong', title), h('br'), about]),
              h('td', h('a', { href: `${name}.html` }, 'HTML')),
              h('td', h('a', { href: `${name}.pdf` }, 'PDF')),
            ]),
          ),
        ),
      ),
    ]),
  ])
