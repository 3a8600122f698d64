import { minutesOf } from '../../course/lesson.ts'
import { ofEachNotes } from './law.ts'
import { wrongSections } from './sections.ts'

/** The sections of the trainer's notes, in their order. */
export const NOTES_SECTIONS = [
  'Why this exercise',
  'Ask the room',
  'Other ways',
  'Beliefs you will meet',
] as const

/** Law: trainer's notes say how long the exercise takes, and have their sections. */
export const notesAreComplete = ofEachNotes((notes, { exercise: { number, slug } }) => {
  const wanted = `Trainer's notes: ${number} ${slug}`
  return [
    ...(notes.title === wanted
      ? []
      : [`The title should be "# ${wanted}"; it is "# ${notes.title}".`]),
    ...(minutesOf(notes) === undefined
      ? ['Say below the title how long it takes, in a line such as "Minutes: 15".']
      : []),
    ...wrongSections(NOTES_SECTIONS, notes.sections),
  ]
})
