/**
 * Makes a function that does what `load` does, but never twice at the same time
 * for one key: whoever asks for what is being loaded gets what comes of that.
 */
export function singleFlight<K, V>(
  load: (key: K) => Promise<V>,
): (key: K) => Promise<V> {
  // TODO: everybody who asks sends another boy to the baker's. Let them wait
  // for the one who is under way. Delete this comment when you begin.
  return (key) => load(key)
}
