import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

import { mistakesOf, type Exercise } from '../course/catalog.ts'
import { headerAt } from '../course/mistake-header.ts'
import { textOf, type Failure } from '../harness/failure.ts'
import { openRunner } from '../judge/runner.ts'
import type { Verdict } from '../judge/verdict.ts'
import { writeMistyped, type Typo } from './typos.ts'

/**
 * Every sentence that a learner can meet, as a page in Markdown to be read from top to bottom: what
 * the known mistakes of these exercises are told, and those who mistype; the same words once, and no
 * pictures.
 */
export async function sentences(root: string, course: readonly Exercise[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'async-kata-sentences-'))
  try {
    const mistakes = course.flatMap((exercise) =>
      mistakesOf(root, exercise).map((file) => ({ file, exercise, who: believer(root, file) })),
    )
    const mistyped = writeMistyped(root, course, folder).map((one) => ({
      ...one,
      who: mistyper(one.typo),
    }))
    const told = [...mistakes, ...mistyped]
    const runner = await openRunner(root, told)
    const verdicts = await runner.run().finally(() => runner.close())
    return course.map((exercise) => chapter(exercise, told, verdicts)).join('\n')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function believer(root: string, file: string): string {
  const header = headerAt(root, file)
  return `${basename(file, '.ts')}: ${typeof header === 'string' ? header : header.belief}`
}

const mistyper = ({ right, wrong }: Typo): string =>
  `a typo: \`${wrong || 'nothing'}\` instead of \`${right}\``.replaceAll('\n', ' ')

function chapter(
  exercise: Exercise,
  told: readonly { exercise: Exercise; who: string }[],
  verdicts: readonly Verdict[],
): string {
  /** By the title of a test: who is told so, by its words. */
  const said = new Map<string, Map<string, string[]>>()
  for (const [index, { exercise: whose, who }] of told.entries()) {
    const verdict = verdicts[index]
    if (whose !== exercise || !verdict) continue
    for (const { title, failure } of saidIn(verdict)) {
      const ofTest = said.get(title) ?? new Map<string, string[]>()
      const text = withoutPictures(failure)
      said.set(title, ofTest.set(text, [...(ofTest.get(text) ?? []), who]))
    }
  }
  const tests = [...said].map(
    ([title, words]) => `## ${title}\n\n${[...words].map(entry).join('\n\n')}`,
  )
  return [`# ${exercise.number} ${exercise.slug}`, ...tests, ''].join('\n\n')
}

const withoutPictures = (failure: Failure): string => {
  const words = { ...failure }
  delete words.pictures
  return textOf(words)
}

const saidIn = ({ errors, tests }: Verdict): { title: string; failure: Failure }[] => [
  ...errors.map((failure) => ({ title: 'Before any test', failure })),
  ...tests.flatMap(({ title, failure }) => (failure ? [{ title, failure }] : [])),
]

const entry = ([words, to]: [string, string[]]): string =>
  ['```text', words, '```', '', ...to.map((who) => `- ${who}`)].join('\n')
