import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Heading, Node, Root, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { toString } from 'mdast-util-to-string'
import { gfm } from 'micromark-extension-gfm'

import { textOf } from './text-of.ts'

/** A fenced block of a lesson. Lines count from 1, in the README. */
export interface Fence {
  /** `python`, `ts`, `text`, `timeline`, or whatever stands behind the backticks. */
  lang: string
  text: string
  line: number
  /** The heading under which it stands. */
  section: string
}

/** A `<details>` block of a lesson: an answer or a hint. */
interface Folded {
  summary: string
  text: string
  line: number
  section: string
}

/** A heading below the title. */
export interface Section {
  title: string
  /** Whether anything stands below it; comments do not count. */
  filled: boolean
}

/** What a README holds, parsed once: a lesson, and trainer's notes or a chapter's page likewise. */
export interface Lesson {
  /** What the first heading says; empty without one. */
  title: string
  /** What stands between the title and the first section. */
  story: string
  sections: Section[]
  fences: Fence[]
  folded: Folded[]
  tree: Root
}

/** A Markdown file of the repository; one that is missing is empty. */
export interface Source extends Lesson {
  /** Relative to the repository, with `/`. */
  file: string
  exists: boolean
}

/** Reads a lesson from its README. @throws Error when there is none. */
export const readLesson = (file: string): Lesson => parseLesson(readFileSync(file, 'utf8'))

/** Reads a file of the repository that may be missing. */
export const readSource = (root: string, file: string): Source => ({
  ...parseLesson(textOf(root, file)),
  file,
  exists: existsSync(join(root, file)),
})

/** Reads a lesson from its Markdown, as GitHub reads it. */
export function parseLesson(markdown: string): Lesson {
  const tree = fromMarkdown(markdown, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  })
  const title = tree.children.find((node) => node.type === 'heading' && node.depth === 1)
  const lesson: Lesson = { title: '', story: '', sections: [], fences: [], folded: [], tree }
  let open: Folded | undefined
  for (const node of tree.children) {
    if (node === title) lesson.title = toString(node)
    else if (node.type === 'heading') lesson.sections.push(sectionOf(node))
    else open = add(lesson, node, sourceOf(markdown, node), open)
  }
  return lesson
}

const sectionOf = (node: Heading): Section => ({ title: toString(node), filled: false })

/** Adds what stands below a heading; answers with the `<details>` that is open behind it. */
function add(
  lesson: Lesson,
  node: RootContent,
  text: string,
  open: Folded | undefined,
): Folded | undefined {
  const last = lesson.sections.at(-1)
  const section = last?.title ?? ''
  const line = lineOf(node)
  if (last && !(node.type === 'html' && text.startsWith('<!--'))) last.filled = true
  if (node.type === 'code')
    lesson.fences.push({ lang: node.lang ?? '', text: node.value, line, section })
  const [, summary] = node.type === 'html' ? (DETAILS.exec(text) ?? []) : []
  if (summary !== undefined) {
    const folded = { summary: summary.trim(), text: '', line, section }
    lesson.folded.push(folded)
    return folded
  }
  if (node.type === 'html' && DETAILS_END.test(text)) return undefined
  if (open) open.text += `${text}\n\n`
  else if (!last && node.type === 'paragraph') lesson.story += `${text}\n`
  return open
}

/** The opening of a `<details>`: nothing but its summary, in plain text. */
export const DETAILS = /^<details>\s*<summary>([^<>&]+)<\/summary>\s*$/
export const DETAILS_END = /^<\/details>\s*$/

/** The minutes that trainer's notes give an exercise; undefined where they do not say. */
export function minutesOf({ story }: Pick<Lesson, 'story'>): number | undefined {
  const [, minutes] = /^Minutes: (\d+)$/m.exec(story) ?? []
  return minutes === undefined ? undefined : Number(minutes)
}

/** The line on which a node begins; 1 for a node that was not read from a file. */
export const lineOf = (node: Node): number => node.position?.start.line ?? 1

const sourceOf = (markdown: string, { position }: Node): string =>
  markdown.slice(position?.start.offset ?? 0, position?.end.offset ?? 0)
