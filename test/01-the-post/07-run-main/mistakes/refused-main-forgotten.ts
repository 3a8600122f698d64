/**
 * @belief Whoever is refused has to be struck off the list of those inside.
 * @says though a second one has been refused
 */
const inside = new Set<() => Promise<unknown>>()

export async function run<T>(main: () => Promise<T>): Promise<T> {
  if (inside.size > 0) {
    inside.delete(main)
    throw new Error('run() cannot be called while another run() is in progress')
  }
  inside.add(main)
  try {
    return await main()
  } finally {
    inside.delete(main)
  }
}
