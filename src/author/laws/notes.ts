import type { Exercise } from '../../course/catalog.ts'
import { parseLesson } from '../../course/lesson.ts'
import { textOf, type CourseFiles, type Violation } from './law.ts'
import { filledSections, wrongSections } from './markdown.ts'

/** The sections of the trainer's notes, in their order. */
export const NOTES_SECTIONS = [
  'Why this exercise',
  'Ask the room',
  'Other ways',
  'Beliefs you will meet',
] as const

/** The trainer's notes of an exercise. */
export const notesOf = (exercise: Exercise): string => `solutions/${exercise.path}/README.md`

/** Law: trainer's notes say how long the exercise takes, and have their sections. */
export function notesAreComplete({ root, exercises, files }: CourseFiles): Violation[] {
  return exercises
    .map((exercise) => ({ exercise, file: notesOf(exercise) }))
    .filter(({ file }) => files.includes(file))
    .flatMap(({ exercise, file }) =>
      wrongNotes(exercise, textOf(root, file)).map((message) => ({ file, message })),
    )
}

function wrongNotes({ number, slug }: Exercise, markdown: string): string[] {
  const { title, story, sections } = parseLesson(markdown)
  const wanted = `Trainer's notes: ${number} ${slug}`
  return [
    ...(title === wanted ? [] : [`The title should be "# ${wanted}"; it is "# ${title}".`]),
    ...(/^Minutes: \d+$/m.test(story)
      ? []
      : ['Say below the title how long it takes, in a line such as "Minutes: 15".']),
    ...wrongSections(NOTES_SECTIONS, sections, filledSections(markdown)),
  ]
}
