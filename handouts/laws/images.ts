import { existsSync } from 'node:fs'
import { extname, join, posix } from 'node:path'
import type { Image } from 'mdast'
import { visit } from 'unist-util-visit'

import type { Complaint } from '../complaint.ts'
import { lineOf, type Source } from '../model/source.ts'

/** Law: an image lies in the repository, in a format that both writers know, and says what it shows. */
export function imagesSpeak({ file, tree }: Source, root: string): Complaint[] {
  const complaints: Complaint[] = []
  visit(tree, 'image', (image) => {
    for (const sentence of wrongWith(image, file, root))
      complaints.push({ file, line: lineOf(image), sentence })
  })
  return complaints
}

/** The images of a source, relative to the repository. */
export function imagesOf({ file, tree }: Source): string[] {
  const files: string[] = []
  visit(tree, 'image', ({ url }) => void files.push(posix.join(posix.dirname(file), url)))
  return files
}

function wrongWith({ alt, url }: Image, file: string, root: string): string[] {
  const silent = (alt ?? '').trim() === ''
  return [
    ...(silent
      ? [`The image ${url} has no text for those who cannot see it: ![text](${url}).`]
      : []),
    ...whyUnusable(url, join(root, posix.dirname(file), url)),
  ]
}

function whyUnusable(url: string, path: string): string[] {
  if (/^[a-z][a-z0-9+.-]*:|^\//i.test(url))
    return [`The image ${url} is not in the repository; a handout needs no network.`]
  if (!['.png', '.jpg', '.jpeg', '.svg'].includes(extname(url)))
    return [`The image ${url} is no PNG, JPEG or SVG.`]
  return existsSync(path) ? [] : [`The image ${url} is not there.`]
}
