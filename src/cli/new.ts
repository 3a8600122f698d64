import type { Command } from 'commander'

export { main as run } from '../author/new.ts'

export const define = (command: Command): Command =>
  command
    .argument('<chapter>', 'its number; a new one by the name of its folder: 02-many-customers')
    .argument('<slug>', 'the name of the exercise: rate-limit')
