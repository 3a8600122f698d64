/** One second of the story, in milliseconds: one column of every picture. */
export const SECOND = 1_000

/** Seconds of the story as milliseconds, Node's unit: `seconds(3)` is `3_000`. */
export const seconds = (count: number): number => count * SECOND

/** The story second that a picture shows for an instant given in milliseconds. */
export const secondOf = (ms: number): number => Math.round(ms / SECOND)

/** An instant in milliseconds as seconds of the story with at most two places: `1.5` for 1_500. */
export const secondsOf = (ms: number): number => Math.round(ms / (SECOND / 100)) / 100
