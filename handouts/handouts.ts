import { participantHtml, trainerHtml } from './html/booklet.ts'
import type { Listed } from './html/index-page.ts'
import { pageHtml } from './html/pages.ts'
import type { Place } from './html/scope.ts'
import { sheetsHtml } from './html/sheets.ts'
import type { Page } from './model/pages.ts'
import type { Prepared } from './model/prepare.ts'
import { participantTypst, trainerTypst } from './typst/booklet.ts'
import { pageTypst } from './typst/pages.ts'
import { sheetsTypst } from './typst/sheets.ts'
import { WORDS } from './words.ts'

/** A handout in both languages of the writers. */
export interface Handout extends Listed {
  html: string
  typst: string
  /** Whether solutions may stand in it. */
  forTrainers: boolean
}

/** Writes all handouts, in the order in which the index lists them. */
export function writeHandouts(
  place: Omit<Place, 'booklet'>,
  lessons: readonly Prepared[],
  pages: readonly Page[],
): Handout[] {
  const here = { ...place, booklet: '' }
  const beside = { ...place, booklet: 'participant.html' }
  return [
    {
      ...LISTED.participant,
      html: participantHtml(here, lessons),
      typst: participantTypst(place, lessons),
      forTrainers: false,
    },
    {
      ...LISTED.sheets,
      html: sheetsHtml(beside, lessons),
      typst: sheetsTypst(place, lessons),
      forTrainers: false,
    },
    ...pages.map((page) => ({
      name: page.name,
      title: page.source.title,
      about: ABOUT[page.name],
      html: pageHtml(beside, page),
      typst: pageTypst(place, page),
      forTrainers: false,
    })),
    {
      ...LISTED.trainer,
      html: trainerHtml(here, lessons),
      typst: trainerTypst(place, lessons),
      forTrainers: true,
    },
  ]
}

const LISTED = {
  participant: {
    name: 'participant',
    title: WORDS.participant,
    about: 'All lessons. Answers and hints are folded; in print they stand on pages of their own.',
  },
  sheets: {
    name: 'sheets',
    title: WORDS.sheets,
    about: 'Story, programs, job and timeline, to lie beside the keyboard.',
  },
  trainer: {
    name: 'trainer',
    title: WORDS.trainer,
    about: 'With solutions, minutes, what to ask, and the beliefs behind the mistakes.',
  },
} as const

const ABOUT: Record<Page['name'], string> = {
  plan: 'Half a day, one day or two.',
  'cheat-sheet': 'One page for the desk.',
  misconceptions: 'One page for the wall.',
}
