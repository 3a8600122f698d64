type Event = { of: 'food' | 'drink'; value: unknown } | { of: 'food' | 'drink'; reason: unknown }

/** Both report to one async generator, which tells the news in the order in which it comes. */
async function* news(jobs: Record<Event['of'], () => Promise<unknown>>): AsyncGenerator<Event> {
  const arrived: Event[] = []
  let ring: () => void = () => undefined
  const tell = (event: Event) => {
    arrived.push(event)
    ring()
  }
  for (const of of ['food', 'drink'] as const) {
    jobs[of]().then(
      (value) => tell({ of, value }),
      (reason: unknown) => tell({ of, reason }),
    )
  }
  for (let told = 0; told < 2; told += 1) {
    while (arrived.length <= told) await new Promise<void>((resolve) => (ring = resolve))
    yield arrived[told]!
  }
}

export async function serve<F, D>(
  food: () => Promise<F>,
  drink: () => Promise<D>,
): Promise<[F, D]> {
  const tray = { food: undefined as unknown, drink: undefined as unknown }
  for await (const event of news({ food, drink })) {
    if ('reason' in event) throw event.reason
    tray[event.of] = event.value
  }
  return [tray.food as F, tray.drink as D]
}
