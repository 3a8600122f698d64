import { answersAreThere, mistakesHaveHeaders } from './answers.ts'
import { hintsGiveNothingAway, lessonsHaveHints } from './hints.ts'
import {
  acceptedAreGreen,
  mistakesAreCaught,
  solutionsAreGreen,
  stubsAreRed,
  type JudgedLaw,
} from './judged.ts'
import type { Law } from './law.ts'
import {
  lessonsAskFirst,
  lessonsFitThePage,
  lessonsHaveBothLanguages,
  lessonsHaveSections,
  lessonsHaveTitles,
} from './lessons.ts'
import {
  chaptersHavePages,
  foldersAreNamed,
  mirrorsAreComplete,
  nothingIsStray,
} from './mirrors.ts'
import { notesAreComplete } from './notes.ts'
import { numbersFollowEachOther, slugsAreUnique } from './numbers.ts'
import { lessonsShowTheTimeline } from './timelines.ts'

/** The laws that need nothing but the files. Which way imports run is ESLint's business. */
export const LAWS: readonly Law[] = [
  foldersAreNamed,
  numbersFollowEachOther,
  slugsAreUnique,
  mirrorsAreComplete,
  chaptersHavePages,
  nothingIsStray,
  lessonsHaveTitles,
  lessonsHaveSections,
  lessonsHaveBothLanguages,
  lessonsAskFirst,
  lessonsShowTheTimeline,
  lessonsHaveHints,
  hintsGiveNothingAway,
  lessonsFitThePage,
  notesAreComplete,
  answersAreThere,
  mistakesHaveHeaders,
]

/** The laws that need the judge. */
export const JUDGED_LAWS: readonly JudgedLaw[] = [
  stubsAreRed,
  solutionsAreGreen,
  acceptedAreGreen,
  mistakesAreCaught,
]
