import { existsSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Image } from 'mdast'

import { besides, leadsAway, targetOf } from '../../course/links.ts'
import { ofEachNode } from './law.ts'

/** Law: a link leads to something that is there. */
export const linksLead = ofEachNode('link', ({ url }, _parent, { file }, { book }) => {
  const target = targetOf(book, file, url)
  return target.kind === 'broken' ? [`A link ${target.why}.`] : []
})

/** Law: an image lies in the repository, in a format that every reader knows, and says what it shows. */
export const imagesSpeak = ofEachNode('image', (image, _parent, { file }, { root }) =>
  wrongWith(image, file, root),
)

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
