import { onTheRealClock } from './laws/pictures.ts'
import type { Book } from './model/book.ts'
import type { Page } from './model/pages.ts'
import type { Prepared } from './model/prepare.ts'

/** What a trainer should know of the handouts, in sentences. */
export const remarksOn = (
  { root }: Book,
  pages: readonly Page[],
  lessons: readonly Prepared[],
): string[] => [
  ...pages.filter(({ awaited }) => awaited.length > 0).map(whatIsAwaited),
  ...lessons.flatMap((lesson) =>
    onTheRealClock(root, lesson).map(
      ({ line }) =>
        `${lesson.unit.lesson.file}:${line} runs on the real clock; its timeline is shown as text.`,
    ),
  ),
]

const whatIsAwaited = ({ source, leftOut, awaited }: Page): string =>
  `${source.file}: ${leftOut} row${leftOut === 1 ? '' : 's'} left out, whose exercises are not ` +
  `there yet; awaited: ${awaited.join(', ')}.`
