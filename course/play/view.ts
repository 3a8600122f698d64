import type { Colors } from 'picocolors/types.js'

import type { PlayState } from './state.ts'

/** A play as lines; to be written. */
export const playLines = (
  play: PlayState,
  now: number,
  _size: { columns: number; rows: number },
  _paint: Colors,
): string[] => [` ${play.title} ${now}`]
