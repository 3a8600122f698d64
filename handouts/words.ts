/** What the handouts say themselves, beside what is in the sources. */
export const WORDS = {
  course: 'async-kata',
  subject: 'Asynchronous programming in TypeScript, for people who know asyncio',
  participant: 'Participant’s booklet',
  trainer: 'Trainer’s booklet',
  sheets: 'One page for each exercise',
  timelines: 'Reading a timeline',
} as const
