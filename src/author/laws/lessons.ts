import type { Exercise } from '../../course/catalog.ts'
import { parseLesson, type Lesson } from '../../course/lesson.ts'
import { textOf, type CourseFiles, type Law, type Violation } from './law.ts'
import { filledSections, wrongSections } from './markdown.ts'

/** The sections of every lesson, in their order. */
export const LESSON_SECTIONS = [
  'In Python and in TypeScript',
  'Predict first',
  'Your job',
  'The timeline',
  'Hints',
] as const
const [TWO_LANGUAGES, PREDICT] = LESSON_SECTIONS

/** Columns that a handout and a terminal have for a line of code. */
const WIDEST = 76

/** A law about lessons: what `check` says of each of them, in sentences. */
export function ofEachLesson(
  check: (lesson: Lesson, exercise: Exercise, course: CourseFiles, markdown: string) => string[],
): Law {
  return (course): Violation[] =>
    course.exercises.flatMap((exercise) => {
      const file = lessonOf(exercise)
      if (!course.files.includes(file)) return []
      const markdown = textOf(course.root, file)
      const messages = check(parseLesson(markdown), exercise, course, markdown)
      return messages.map((message) => ({ file, message }))
    })
}

/** The README of an exercise. */
export const lessonOf = (exercise: Exercise): string => `exercises/${exercise.path}/README.md`

/** Law: the title is the number that the folders tell, and words. */
export const lessonsHaveTitles = ofEachLesson(({ title }, { number }) =>
  title.startsWith(`${number} `) && title.length > number.length + 1
    ? []
    : [
        `The title should be "# ${number} " and words, as its folder is numbered; it is "# ${title}".`,
      ],
)

/** Law: a story, and then the five sections, each with something in it. */
export const lessonsHaveSections = ofEachLesson(
  ({ story, sections }, _exercise, _course, markdown) => [
    ...(story.trim() === '' ? ['Tell the story below the title, in three to six lines.'] : []),
    ...wrongSections(LESSON_SECTIONS, sections, filledSections(markdown)),
  ],
)

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

/** Law: no line of code runs off the page. */
export const lessonsFitThePage = ofEachLesson(({ fences }) =>
  fences.flatMap(({ text, line }) =>
    text.split('\n').flatMap((code, index) => {
      const width = Array.from(code).length
      if (width <= WIDEST) return []
      return [`Line ${line + index + 1} has ${width} columns; break it after at most ${WIDEST}.`]
    }),
  ),
)
