import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'

import type { Chapter, Unit } from '../../course/book.ts'
import { minutesOf, type Source } from '../../course/lesson.ts'
import { nameOf, violations, type CourseFiles, type Law } from './law.ts'

/** The line of an opening page that says how long its chapter takes. */
const MINUTES = /^Minutes: .*$/m

/** Law: every chapter has an opening page in `exercises/`, with its number, title and a text. */
export const chaptersHavePages: Law = (course) =>
  ofEachChapter(course, ({ folder, page: { exists, title, story } }) => {
    if (!exists) return ["The file is missing: write the chapter's opening page."]
    const start = `Chapter ${nameOf(folder)?.number}: `
    return title.startsWith(start) &&
      title.length > start.length &&
      story.replace(MINUTES, '').trim() !== ''
      ? []
      : [`Begin with "# ${start}" and its title, and write below it what the chapter is about.`]
  })

/** Law: the opening page of a chapter lists its exercises, each with a link to its lesson. */
export const chaptersListTheirExercises: Law = (course) =>
  ofEachChapter(course, ({ page, units }) => {
    const links = linksOf(page)
    return units
      .map((unit) => linkTo(unit))
      .filter((link) => page.exists && !links.includes(link))
      .map((link) => `Add a line for this exercise to the list: "- ${link}: …".`)
  })

/** Minutes that a workshop has for one chapter. */
const WORKSHOP = 150

/**
 * Law: the opening page of a chapter says how long it takes, as the trainer's notes of its exercises
 * say, and which exercises are its core where a workshop has no time for all.
 */
export const chaptersSayTheirMinutes: Law = (course) =>
  ofEachChapter(course, ({ page, units }) => {
    // Where there is no page, or no minutes of an exercise, another law says so.
    if (!page.exists || isNaN(sumOf(units))) return []
    const [line = ''] = MINUTES.exec(page.story) ?? []
    const named: string[] = line.match(/\d+\.\d+/g) ?? []
    const core = units.filter(({ exercise }) => named.includes(exercise.number))
    const ofCore = core.length > 0 ? `; ${sumOf(core)} for the core: ${numbersOf(core)}` : ''
    const wanted = `Minutes: ${sumOf(units)}${ofCore}`
    if (line !== wanted) return [`By the trainer's notes it should say: "${wanted}".`]
    return sumOf(core.length > 0 ? core : units) <= WORKSHOP
      ? []
      : [
          `A workshop has ${WORKSHOP} minutes: name a core ("Minutes: 200; 90 for the core: 6.1 and 6.4").`,
        ]
  })

const sumOf = (units: readonly Unit[]): number =>
  units.reduce((sum, { notes }) => sum + (minutesOf(notes) ?? NaN), 0)

const numbersOf = (units: readonly Unit[]): string =>
  new Intl.ListFormat('en-GB').format(units.map(({ exercise }) => exercise.number))

function ofEachChapter({ book }: CourseFiles, check: (chapter: Chapter) => string[]) {
  return book.chapters
    .filter(({ folder }) => nameOf(folder))
    .flatMap((chapter) => violations(chapter.page.file, check(chapter)))
}

const linkTo = ({ exercise: { number, slug, path } }: Unit): string =>
  `[${number} ${slug}](${path.split('/')[1] ?? ''}/README.md)`

/** The links of a page, as they are written in Markdown. */
function linksOf({ tree }: Source): string[] {
  const links: string[] = []
  visit(tree, 'link', (link) => void links.push(`[${toString(link)}](${link.url})`))
  return links
}
