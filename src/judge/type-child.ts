import type { Command } from 'commander'

import { TypeService } from './type-service.ts'
import type { Answer, Question } from './type-checker.ts'

export const define = (command: Command): Command => command

/** Answers questions of types until the parent has had enough. */
export function run(root: string): Promise<number> {
  const service = new TypeService(root)
  const send = process.send?.bind(process)
  // Nothing else keeps this process.
  process.channel?.ref()
  process.on('message', ({ file, text, id }: Question) => {
    send?.({ id, objection: service.objectionsTo(file, text)[0] } satisfies Answer)
  })
  return new Promise((resolve) => process.once('disconnect', () => resolve(0)))
}
