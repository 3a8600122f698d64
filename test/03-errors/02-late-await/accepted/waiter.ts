class Waiter {
  readonly #walks: Promise<void>[] = []

  /** Starts a job; what it brings lies in `value` when the waiter is back. */
  carry<T>(job: () => Promise<T>): { value?: T } {
    const place: { value?: T } = {}
    this.#walks.push(job().then((value) => void (place.value = value)))
    return place
  }

  async back(): Promise<void> {
    await Promise.all(this.#walks)
  }
}

/** A waiter who carries two jobs, and a tray with a place for each. */
export async function serve<F, D>(
  food: () => Promise<F>,
  drink: () => Promise<D>,
): Promise<[F, D]> {
  const waiter = new Waiter()
  const meal = waiter.carry(food)
  const poured = waiter.carry(drink)
  await waiter.back()
  return [meal.value as F, poured.value as D]
}
