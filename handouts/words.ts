/** What the handouts say themselves, beside what is in the sources. */
export const WORDS = {
  course: 'async-kata',
  subject: 'Asynchronous programming in TypeScript, for people who know asyncio',
  participant: 'Participant’s booklet',
  trainer: 'Trainer’s booklet',
  sheets: 'One page for each exercise',
  timelines: 'Reading a timeline',
  notRecorded: 'On the real clock, so not recorded: the picture as the test has it',
} as const

/** What stands above a fence. */
export const CAPTIONS: Record<string, string> = {
  python: 'Python',
  ts: 'TypeScript',
  text: 'Output',
}
