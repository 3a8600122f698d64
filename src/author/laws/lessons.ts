import { ofEachLesson } from './law.ts'
import { wrongSections } from './sections.ts'

/** The sections of every lesson, in their order. */
export const LESSON_SECTIONS = [
  'In Python and in TypeScript',
  'Predict first',
  'Your job',
  'The timeline',
  'Hints',
] as const
const [TWO_LANGUAGES, PREDICT] = LESSON_SECTIONS

/** Law: the title is the number that the folders tell, and words. */
export const lessonsHaveTitles = ofEachLesson(({ title }, { exercise: { number } }) =>
  title.startsWith(`${number} `) && title.length > number.length + 1
    ? []
    : [
        `The title should be "# ${number} " and words, as its folder is numbered; it is "# ${title}".`,
      ],
)

/** Law: a story, and then the five sections, each with something in it. */
export const lessonsHaveSections = ofEachLesson(({ story, sections }) => [
  ...(story.trim() === '' ? ['Tell the story below the title, in three to six lines.'] : []),
  ...wrongSections(LESSON_SECTIONS, sections),
])

/** Law: the same program in both languages, and what it prints. */
export const lessonsHaveBothLanguages = ofEachLesson(({ fences }) =>
  ['python', 'ts', 'text']
    .filter((lang) => !fences.some((one) => one.lang === lang && one.section === TWO_LANGUAGES))
    .map((lang) => `The section "${TWO_LANGUAGES}" needs a \`${lang}\` fence: write it.`),
)

/** Law: a question whose answer is folded away. */
export const lessonsAskFirst = ofEachLesson(({ folded }) => {
  const answers = folded.filter((one) => one.section === PREDICT)
  if (answers.length !== 1)
    return [
      `The section "${PREDICT}" needs one <details> with the answer; it has ${answers.length}.`,
    ]
  return answers[0]?.text.trim() === '' ? [`The answer in "${PREDICT}" is empty: write it.`] : []
})
