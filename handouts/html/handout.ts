import type { ElementContent } from 'hast'
import { h } from 'hastscript'

import type { Book } from '../../src/course/book.ts'
import type { Highlighter } from '../highlight.ts'
import type { Block } from '../model/blocks.ts'
import type { Booklet, BookletChapter, BookletLesson, Handout, Passage } from '../model/handouts.ts'
import type { Leaflet } from '../model/leaflets.ts'
import type { Sheet } from '../model/sheet.ts'
import { WORDS } from '../words.ts'
import { hastOf, type HtmlDocument } from './blocks.ts'
import { htmlPage } from './html-page.ts'

/** A handout as one HTML page; answers and hints are folded. */
export function htmlOf(handout: Handout, book: Book, highlighter: Highlighter): string {
  const { document, name } = handout
  let pictures = 0
  const booklet = document.type === 'booklet' ? '' : 'participant.html'
  const html = { book, highlighter, booklet, nextPicture: () => pictures++ }
  const title = `${WORDS.course}: ${handout.title}`
  switch (document.type) {
    case 'booklet':
      return htmlPage(title, 'booklet', bookletBody(handout.title, document, html))
    case 'sheets':
      return htmlPage(title, 'sheets', [
        h('main', [
          h('header.cover', [h('h1', WORDS.sheets), h('p', WORDS.subject)]),
          ...document.sheets.map((one) => sheet(one, html)),
        ]),
      ])
    case 'leaflet':
      return htmlPage(title, `page ${name}`, [leaflet(document, html)])
  }
}

const leaflet = (document: Leaflet, html: HtmlDocument): ElementContent =>
  h('main', [h('h1', document.title), ...passage(document, document.name, 0, html)])

/** `prefix` begins the ids of headings, which become so much `deeper`. */
const passage = (
  { file, blocks }: Passage,
  prefix: string,
  deeper: number,
  html: HtmlDocument,
): ElementContent[] => hastOf(blocks, { ...html, file, prefix, deeper })

const bookletBody = (
  subtitle: string,
  { chapters, legend }: Booklet,
  html: HtmlDocument,
): ElementContent[] => [
  h('nav', { ariaLabel: 'Contents' }, contents(chapters)),
  h('main', [
    h('header.cover', [h('h1', WORDS.course), h('p.subtitle', subtitle), h('p', WORDS.subject)]),
    h('section.legend', [
      h('h2', { id: 'reading-a-timeline' }, WORDS.timelines),
      ...passage(legend, 'legend', 1, html),
    ]),
    ...chapters.map((one) => chapter(one, html)),
  ]),
]

function contents(chapters: readonly BookletChapter[]): ElementContent[] {
  const link = ({ label, title }: { label: string; title: string }) =>
    h('a', { href: `#${label}` }, title)
  const lessonLinks = (lessons: readonly BookletLesson[]) =>
    h(
      'ol',
      lessons.map((lesson) => h('li', link(lesson))),
    )
  return [
    h('p.contents', 'Contents'),
    h(
      'ol',
      chapters.map((one) => h('li', [link(one), lessonLinks(one.lessons)])),
    ),
  ]
}

const chapter = (one: BookletChapter, html: HtmlDocument): ElementContent =>
  h('section.chapter', [
    h('h2', { id: one.label }, one.title),
    ...passage(one, one.label, 1, html),
    ...one.lessons.map((lesson) => article(lesson, html)),
  ])

/** A lesson from its title to its hints, and what is for the trainer. */
function article(lesson: BookletLesson, html: HtmlDocument): ElementContent {
  const { label, slug, title, trainer } = lesson
  return h('article.lesson', [
    h('h3', { id: label }, title),
    ...passage(lesson, label, 2, html),
    ...(trainer
      ? [
          h('p.for-the-trainer', `For the trainer: ${trainer.minutes ?? '?'} minutes`),
          ...passage(trainer, `trainer-${slug}`, 2, html),
        ]
      : []),
  ])
}

/** Printed, each sheet begins on a sheet of paper of its own. */
function sheet(
  { label, slug, title, chapter: of, file, story, question, programs, job, timeline }: Sheet,
  html: HtmlDocument,
): ElementContent {
  const print = (blocks: Block[]) => passage({ file, blocks }, label, 2, html)
  return h('section.sheet', [
    h('header', [h('h2', { id: label }, title), h('span', `${of} · ${slug}`)]),
    h('div.columns', [
      h('div', print(story)),
      h('div.question', [h('h3', 'Predict first'), ...print(question)]),
    ]),
    ...print(programs),
    h('div.columns', [
      h('div', [h('h3', 'Your job'), ...print(job)]),
      h('div', [h('h3', 'The timeline'), ...print(timeline)]),
    ]),
  ])
}
