import type { Violation } from '../../course/violation.ts'
import { answersAreThere, mistakesHaveHeaders, solutionsHaveTypos } from './answers.ts'
import {
  chaptersHavePages,
  chaptersListTheirExercises,
  chaptersSayTheirMinutes,
} from './chapters.ts'
import { constructsAreKnown, detailsAreClosed } from './constructs.ts'
import { fencesFit, solutionsFit } from './fits.ts'
import {
  foldersAreNamed,
  mirrorsAreComplete,
  nothingIsStray,
  numbersFollowEachOther,
  slugsAreUnique,
} from './folders.ts'
import { hintsGiveNothingAway, lessonsHaveHints } from './hints.ts'
import {
  acceptedAreGreen,
  mistakesAreCaught,
  solutionsAreGreen,
  stubsAreRed,
  type JudgedLaw,
} from './judged.ts'
import type { CourseFiles, Law } from './law.ts'
import { leafletsAreRight } from './leaflets.ts'
import {
  lessonsAskFirst,
  lessonsHaveBothLanguages,
  lessonsHaveSections,
  lessonsHaveTitles,
} from './lessons.ts'
import { imagesSpeak, linksLead } from './links.ts'
import { notesAreComplete } from './notes.ts'
import { picturesComeLast } from './tests.ts'
import { lessonsShowTheTimeline, timelinesHaveTheirPlace } from './timelines.ts'

/** The laws of folders and files. Which way imports run is ESLint's business. */
const FOLDER_LAWS: readonly Law[] = [
  foldersAreNamed,
  numbersFollowEachOther,
  slugsAreUnique,
  nothingIsStray,
]

/** The laws of what is read, on a screen or on paper. */
const PAGE_LAWS: readonly Law[] = [
  mirrorsAreComplete,
  chaptersHavePages,
  chaptersListTheirExercises,
  chaptersSayTheirMinutes,
  lessonsHaveTitles,
  lessonsHaveSections,
  lessonsHaveBothLanguages,
  lessonsAskFirst,
  lessonsShowTheTimeline,
  lessonsHaveHints,
  hintsGiveNothingAway,
  notesAreComplete,
  constructsAreKnown,
  detailsAreClosed,
  fencesFit,
  linksLead,
  imagesSpeak,
  timelinesHaveTheirPlace,
  leafletsAreRight,
  solutionsFit,
]

const LAWS: readonly Law[] = [
  ...FOLDER_LAWS,
  ...PAGE_LAWS,
  answersAreThere,
  mistakesHaveHeaders,
  solutionsHaveTypos,
  picturesComeLast,
]

/** Violations of the laws that need nothing but the files. */
export const violationsIn = (course: CourseFiles): Violation[] => LAWS.flatMap((law) => law(course))

/** Those of them that tell what is wrong with a page. */
export const violationsInPages = (course: CourseFiles): Violation[] =>
  PAGE_LAWS.flatMap((law) => law(course))

/** The laws that need the judge. */
export const JUDGED_LAWS: readonly JudgedLaw[] = [
  stubsAreRed,
  solutionsAreGreen,
  acceptedAreGreen,
  mistakesAreCaught,
]
