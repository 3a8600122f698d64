import { h } from 'hastscript'

import { WORDS } from '../words.ts'
import { htmlDocument } from './document.ts'

/** What the index lists: a handout, which lies beside it as `name.html` and `name.pdf`. */
export interface Listed {
  name: string
  title: string
  /** For whom it is, and what is in it. */
  about: string
}

/** The page from which all handouts can be reached. */
export const indexHtml = (handouts: readonly Listed[]): string =>
  htmlDocument(`${WORDS.course}: handouts`, WORDS.subject, 'page', [
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
