import { readFileSync } from 'node:fs'
import { fromMarkdown } from 'mdast-util-from-markdown'

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
export interface Folded {
  summary: string
  text: string
  line: number
  section: string
}

/** What the README of an exercise holds; the handouts and the laws read it through this. */
export interface Lesson {
  title: string
  /** What stands between the title and the first section. */
  story: string
  sections: string[]
  fences: Fence[]
  folded: Folded[]
}

/** Reads a lesson from its README. */
export const readLesson = (file: string): Lesson => parseLesson(readFileSync(file, 'utf8'))

/** Reads a lesson from its Markdown. */
export function parseLesson(markdown: string): Lesson {
  const lesson: Lesson = { title: '', story: '', sections: [], fences: [], folded: [] }
  let open: Folded | undefined
  let section = ''
  for (const node of fromMarkdown(markdown).children) {
    const text = sourceOf(markdown, node)
    const line = node.position?.start.line ?? 0
    if (node.type === 'heading' && node.depth === 1) lesson.title = headingOf(text)
    else if (node.type === 'heading') lesson.sections.push((section = headingOf(text)))
    else if (node.type === 'code') {
      lesson.fences.push({ lang: node.lang ?? '', text: node.value, line, section })
    }
    if (node.type === 'html' && text.startsWith('<details')) {
      open = {
        summary: /<summary>(.*?)<\/summary>/s.exec(text)?.[1] ?? '',
        text: '',
        line,
        section,
      }
      lesson.folded.push(open)
    } else if (node.type === 'html' && text.startsWith('</details')) open = undefined
    else if (open) open.text += `${text}\n\n`
    else if (lesson.sections.length === 0 && node.type === 'paragraph') lesson.story += `${text}\n`
  }
  return lesson
}

const headingOf = (source: string): string => source.replace(/^#+\s*/, '').trim()

interface Positioned {
  position?:
    { start: { offset?: number | undefined }; end: { offset?: number | undefined } } | undefined
}

const sourceOf = (markdown: string, { position }: Positioned): string =>
  markdown.slice(position?.start.offset ?? 0, position?.end.offset ?? 0)
