import { existsSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Image } from 'mdast'
import { visit } from 'unist-util-visit'

import { lineOf } from '../../course/lesson.ts'
import { besides, leadsAway, targetOf } from '../../course/links.ts'
import { ofEachSource, type Found } from './law.ts'

/** Law: a link leads to something that is there. */
export const linksLead = ofEachSource((source, { book }) => {
  const found: Found[] = []
  visit(source.tree, 'link', (link) => {
    const target = targetOf(book, source.file, link.url)
    if (target.kind === 'broken') found.push([lineOf(link), `A link ${target.why}.`])
  })
  return found
})

/** Law: an image lies in the repository, in a format that every reader knows, and says what it shows. */
export const imagesSpeak = ofEachSource((source, { root }) => {
  const found: Found[] = []
  visit(source.tree, 'image', (image) => {
    for (const sentence of wrongWith(image, source.file, root))
      found.push([lineOf(image), sentence])
  })
  return found
})

function wrongWith({ alt, url }: Image, file: string, root: string): string[] {
  const silent = (alt ?? '').trim() === ''
  return [
    ...(silent
      ? [`The image ${url} has no text for those who cannot see it: ![text](${url}).`]
      : []),
    ...whyUnusable(url, join(root, besides(file, url))),
  ]
}

function whyUnusable(url: string, path: string): string[] {
  if (leadsAway(url))
    return [`The image ${url} is not in the repository; a handout needs no network.`]
  if (!['.png', '.jpg', '.jpeg', '.svg'].includes(extname(url)))
    return [`The image ${url} is no PNG, JPEG or SVG.`]
  return existsSync(path) ? [] : [`The image ${url} is not there.`]
}
