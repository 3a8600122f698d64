import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'

import type { Chapter, Unit } from '../../course/book.ts'
import type { Source } from '../../course/lesson.ts'
import { nameOf, violations, type CourseFiles, type Law } from './law.ts'

/** Law: every chapter has an opening page in `exercises/`, with its number, title and a text. */
export const chaptersHavePages: Law = (course) =>
  ofEachChapter(course, ({ folder, page: { exists, title, story } }) => {
    if (!exists) return ["The file is missing: write the chapter's opening page."]
    const start = `Chapter ${nameOf(folder)?.number}: `
    return title.startsWith(start) && title.length > start.length && story.trim() !== ''
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
